package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;

/**
 * Looks for the best time of one contact: permitted by every binding rule, and of those
 * the one at which waiting costs less than the broken wishes are worth. It goes from one
 * moment at which a rule changes its answer to the next, so there is no grid.
 */
final class SlotFinder {

	/** What an agent would read; a search over a long closure finds no more than this. */
	private static final int MOST_REASONS = 40;

	private final SlotQuestion question;

	private final Instant notBefore;

	private final Instant horizon;

	private final List<RefusedSlot> refused = new ArrayList<>();

	private @Nullable Candidate best;

	private @Nullable Instant firstPermitted;

	SlotFinder(SlotQuestion question, Instant notBefore, Duration horizon) {
		this.question = question;
		this.notBefore = notBefore;
		this.horizon = notBefore.plus(horizon);
	}

	SlotDecision find(Reminder reminder) {
		Instant at = this.notBefore;
		while (at != null && at.isBefore(this.horizon) && mayBeBetter(at)) {
			at = judge(at);
		}
		Candidate chosen = this.best;
		if (chosen == null) {
			return new SlotDecision(Optional.empty(), shortened(this.refused), List.of());
		}
		return new SlotDecision(Optional.of(slot(chosen.at(), reminder)), shortened(before(chosen.at())),
				chosen.broken().stream().map((refusal) -> refusal.from(chosen.at())).toList());
	}

	private boolean mayBeBetter(Instant at) {
		return this.best == null || this.firstPermitted == null
				|| Duration.between(this.firstPermitted, at).compareTo(this.best.cost()) < 0;
	}

	/**
	 * Judges a moment and gives the next one worth judging, if any. How close other
	 * contacts are is asked only where the hours permit one, because until when it could
	 * take place is known only there.
	 */
	private @Nullable Instant judge(Instant at) {
		for (List<SlotPolicy> policies : SlotPolicies.BINDING_IN_ORDER) {
			List<Refusal> binding = refusals(policies, at);
			if (!binding.isEmpty()) {
				binding.forEach((refusal) -> note(refusal.from(at)));
				return binding.stream().anyMatch((refusal) -> refusal.until() == null) ? null : latest(binding);
			}
		}
		return weigh(at, refusals(SlotPolicies.WEIGHED, at));
	}

	private @Nullable Instant weigh(Instant at, List<Refusal> broken) {
		if (this.firstPermitted == null) {
			this.firstPermitted = at;
		}
		Duration cost = broken.stream()
			.map(Refusal::worth)
			.filter(Objects::nonNull)
			.reduce(Duration.between(this.firstPermitted, at), Duration::plus);
		if (this.best == null || cost.compareTo(this.best.cost()) < 0) {
			this.best = new Candidate(at, cost, broken);
		}
		broken.forEach((refusal) -> note(refusal.from(at)));
		return broken.stream().map(Refusal::until).min(Instant::compareTo).orElse(null);
	}

	private List<Refusal> refusals(List<SlotPolicy> policies, Instant at) {
		return policies.stream().flatMap((policy) -> policy.judge(this.question, at)).toList();
	}

	private static @Nullable Instant latest(List<Refusal> refusals) {
		return refusals.stream().map(Refusal::until).max(Instant::compareTo).orElse(null);
	}

	/** Keeps a refusal, joined with the one that it continues. */
	private void note(RefusedSlot slot) {
		for (int i = 0; i < this.refused.size(); i++) {
			RefusedSlot known = this.refused.get(i);
			if (known.continuesWith(slot)) {
				this.refused.set(i, known.through(slot.until()));
				return;
			}
		}
		this.refused.add(slot);
	}

	private List<RefusedSlot> before(Instant chosen) {
		return this.refused.stream().filter((slot) -> slot.from().isBefore(chosen)).toList();
	}

	private static List<RefusedSlot> shortened(List<RefusedSlot> slots) {
		return List.copyOf(slots.subList(0, Math.min(slots.size(), MOST_REASONS)));
	}

	private ContactSlot slot(Instant at, Reminder reminder) {
		return new ContactSlot(at, this.question.dueAt(at), reminder.of(at));
	}

	private record Candidate(Instant at, Duration cost, List<Refusal> broken) {
	}

	/**
	 * When the agent is reminded.
	 *
	 * @param after how long after the start of the slot
	 * @param calendar by which that is counted
	 */
	record Reminder(CareDuration after, BusinessCalendar calendar) {

		Instant of(Instant at) {
			return this.calendar.add(at, this.after);
		}

	}

}
