package vn.careflow.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two plans that are made by going through the contacts once, in the order of their
 * slots: the trivial one that a person would make with paper, each contact at the first
 * free time, with the person who has it if they are free; and a cheap one, each contact
 * at the free place that costs least by then. The search begins with the better of them,
 * so that its plan is worse than neither.
 */
final class TrivialOrder {

	private final Map<AgentDay, List<Visit>> byAgentDay = new HashMap<>();

	private final Map<Integer, List<Visit>> byCircle = new HashMap<>();

	private TrivialOrder() {
	}

	/** Puts each contact in the first place that breaks no rule, or in none. */
	static void arrange(List<Visit> visits) {
		TrivialOrder order = new TrivialOrder();
		inOrder(visits).forEach((visit) -> order.place(visit, order.fitting(visit).findFirst()));
	}

	/** Puts each contact in the cheapest place that breaks no rule, or in none. */
	static void arrangeCheaply(List<Visit> visits) {
		TrivialOrder order = new TrivialOrder();
		inOrder(visits).forEach((visit) -> {
			List<Place> fitting = order.fitting(visit).toList();
			order.place(visit, fitting.stream().min(Comparator.comparingLong((place) -> order.cost(visit, place))));
		});
	}

	private static List<Visit> inOrder(List<Visit> visits) {
		visits.forEach((visit) -> visit.put(null));
		return visits.stream()
			.sorted(Comparator.comparing((Visit visit) -> visit.contact().slotAt()).thenComparing(Visit::id))
			.toList();
	}

	private Stream<Place> fitting(Visit visit) {
		return visit.places().stream().filter((place) -> {
			visit.put(place);
			return fits(visit);
		});
	}

	private long cost(Visit visit, Place place) {
		visit.put(place);
		int contacts = this.byAgentDay.getOrDefault(place.agentDay(), List.of()).size();
		return visit.ownCost() + place.agentDay().loadCost(contacts + 1) - place.agentDay().loadCost(contacts);
	}

	private void place(Visit visit, Optional<Place> place) {
		visit.put(place.orElse(null));
		if (place.isPresent()) {
			keep(visit);
		}
	}

	private boolean fits(Visit visit) {
		List<Visit> colleagues = this.byAgentDay.getOrDefault(visit.agentDay(), List.of());
		return !visit.isMisplaced() && visit.agentDay().beyondCapacity(colleagues.size() + 1) == 0
				&& colleagues.stream().noneMatch(visit::clashesWith)
				&& this.byCircle.getOrDefault(visit.circle(), List.of())
					.stream()
					.noneMatch((other) -> other.customerId().equals(visit.customerId()) && other.overlaps(visit))
				&& keepsLimits(visit);
	}

	private boolean keepsLimits(Visit visit) {
		List<Visit> circle = new ArrayList<>(this.byCircle.getOrDefault(visit.circle(), List.of()));
		circle.add(visit);
		return circle.size() < 2 || circle.stream().allMatch((each) -> each.limitsExceededBy(circle) == 0);
	}

	private void keep(Visit visit) {
		this.byAgentDay.computeIfAbsent(visit.agentDay(), (key) -> new ArrayList<>()).add(visit);
		this.byCircle.computeIfAbsent(visit.circle(), (key) -> new ArrayList<>()).add(visit);
	}

}
