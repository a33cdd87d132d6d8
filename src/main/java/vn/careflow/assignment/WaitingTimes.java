package vn.careflow.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;

/**
 * Tells when waiting work is worth another try although nothing is heard of anybody: when
 * a skill is no longer asked for, or somebody who could take it comes to work.
 */
final class WaitingTimes {

	/**
	 * After so long the first try is repeated: somebody may have become free in the very
	 * moment in which nobody was found.
	 */
	static final Duration SECOND_LOOK = Duration.ofSeconds(30);

	private WaitingTimes() {
	}

	static @Nullable Instant nextTry(WaitingItem item, StaffDirectory staff, Instant now) {
		Stream<Instant> second = (item.tries() == 0) ? Stream.of(now.plus(SECOND_LOOK)) : Stream.empty();
		Stream<Instant> drops = item.skills()
			.stream()
			.flatMap((need) -> Optional.ofNullable(need.droppedAt()).stream())
			.filter(now::isBefore);
		return Stream.of(second, drops, nextShift(item, staff, now).stream())
			.flatMap((moments) -> moments)
			.min(Instant::compareTo)
			.orElse(null);
	}

	private static Optional<Instant> nextShift(WaitingItem item, StaffDirectory staff, Instant now) {
		Instant after = item.doneAt(now);
		Map<String, Optional<Instant>> undisturbed = new HashMap<>();
		return staff.members(item.teamId())
			.stream()
			.flatMap((agent) -> nextShift(agent, staff, after, undisturbed).stream()
				.filter((start) -> item.suits(agent, start, staff.zone())))
			.min(Instant::compareTo);
	}

	/** People of one calendar come together, unless an absence or employment differs. */
	private static Optional<Instant> nextShift(Agent agent, StaffDirectory staff, Instant after,
			Map<String, Optional<Instant>> undisturbed) {
		boolean plain = staff.absencesOf(agent.id()).isEmpty() && agent.employedUntil() == null
				&& agent.isEmployedOn(after.atZone(staff.zone()).toLocalDate());
		if (!plain) {
			return staff.nextShiftStart(agent.id(), after);
		}
		Optional<Instant> known = undisturbed.get(agent.calendarName());
		if (known == null) {
			known = staff.nextShiftStart(agent.id(), after);
			undisturbed.put(agent.calendarName(), known);
		}
		return known;
	}

}
