package vn.careflow.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
		arrange(visits, (order, visit) -> order.fitting(visit).findFirst());
	}

	/** Puts each contact in the cheapest place that breaks no rule, or in none. */
	static void arrangeCheaply(List<Visit> visits) {
		arrange(visits,
				(order, visit) -> order.fitting(visit)
					.toList()
					.stream()
					.min(Comparator.comparingLong((place) -> order.cost(visit, place))));
	}

	/**
	 * What finds no place stays where it is, so the others have to go around it: they are
	 * arranged again until nobody new is left over.
	 */
	private static void arrange(List<Visit> visits, BiFunction<TrivialOrder, Visit, Optional<Place>> choice) {
		Set<Visit> staying = new HashSet<>();
		int before = -1;
		while (before < staying.size()) {
			before = staying.size();
			TrivialOrder order = new TrivialOrder();
			List<Visit> inOrder = inOrder(visits);
			staying.forEach(order::keep);
			inOrder.stream().filter((visit) -> !staying.contains(visit)).toList().forEach((visit) -> {
				Optional<Place> place = choice.apply(order, visit);
				visit.put(place.orElse(null));
				order.keep(visit);
				if (place.isEmpty()) {
					staying.add(visit);
				}
			});
		}
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
		return circle.size() < 2
				|| circle.stream().filter(Visit::isPlaced).allMatch((each) -> each.limitsExceededBy(circle) == 0);
	}

	private void keep(Visit visit) {
		AgentDay day = visit.filledDay();
		if (day != null) {
			this.byAgentDay.computeIfAbsent(day, (key) -> new ArrayList<>()).add(visit);
		}
		this.byCircle.computeIfAbsent(visit.circle(), (key) -> new ArrayList<>()).add(visit);
	}

}
