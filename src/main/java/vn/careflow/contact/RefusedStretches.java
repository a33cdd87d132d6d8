package vn.careflow.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.NeverOpenException;

/**
 * Says what speaks against one contact that lasts from one moment to another, such as an
 * appointment: every rule that refuses any part of it, and every wish that it does not
 * fulfil. Asks the policies at each moment at which their answer may change.
 */
final class RefusedStretches {

	private final SlotQuestion question;

	private final Instant from;

	private final Instant to;

	private final List<RefusedSlot> found = new ArrayList<>();

	RefusedStretches(SlotQuestion question, Instant from, Instant to) {
		this.question = question.endingAt(to);
		this.from = from;
		this.to = to;
	}

	List<RefusedSlot> find() {
		Stream.of(SlotPolicies.FOR_GOOD, SlotPolicies.SPACING)
			.flatMap(List::stream)
			.flatMap((policy) -> policy.judge(this.question, this.from))
			.forEach((refusal) -> this.found.add(refusal.from(this.from)));
		List<Instant> edges = List.copyOf(edges());
		for (int i = 0; i < edges.size(); i++) {
			judge(edges.get(i), (i + 1 < edges.size()) ? edges.get(i + 1) : this.to);
		}
		return List.copyOf(this.found);
	}

	private void judge(Instant start, Instant end) {
		Stream.of(SlotPolicies.HOURS, SlotPolicies.WEIGHED)
			.flatMap(List::stream)
			.flatMap((policy) -> policy.judge(this.question, start))
			.forEach((refusal) -> note(refusal.from(start).through(end)));
	}

	private void note(RefusedSlot slot) {
		for (int i = 0; i < this.found.size(); i++) {
			if (this.found.get(i).continuesWith(slot)) {
				this.found.set(i, this.found.get(i).through(slot.until()));
				return;
			}
		}
		this.found.add(slot);
	}

	private TreeSet<Instant> edges() {
		TreeSet<Instant> edges = new TreeSet<>();
		edges.add(this.from);
		LocalDate last = this.question.dayOf(this.to);
		this.question.dayOf(this.from).datesUntil(last.plusDays(1)).forEach((day) -> addEdges(day, edges));
		addWorkingHours(edges);
		return new TreeSet<>(edges.subSet(this.from, this.to));
	}

	private void addEdges(LocalDate day, TreeSet<Instant> edges) {
		edges.add(this.question.at(day, LocalTime.MIDNIGHT));
		this.question.rules().windows().forEach((rule) -> {
			edges.add(this.question.startOf(rule, day));
			edges.add(this.question.endOf(rule, day));
		});
		this.question.preferredHours().forEach((hours) -> {
			edges.add(this.question.at(day, hours.from()));
			edges.add(this.question.at(day, hours.to()));
		});
	}

	private void addWorkingHours(TreeSet<Instant> edges) {
		BusinessCalendar calendar = this.question.workingHours();
		if (calendar == null) {
			return;
		}
		Optional<Instant> edge = open(calendar, this.from);
		while (edge.isPresent() && edge.get().isBefore(this.to)) {
			edges.add(edge.get());
			Optional<Instant> close = calendar.nextClose(edge.get());
			close.ifPresent(edges::add);
			edge = close.flatMap((moment) -> open(calendar, moment));
		}
	}

	private static Optional<Instant> open(BusinessCalendar calendar, Instant at) {
		try {
			return Optional.of(calendar.nextOpen(at));
		}
		catch (NeverOpenException ex) {
			return Optional.empty();
		}
	}

}
