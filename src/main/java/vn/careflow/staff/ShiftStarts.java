package vn.careflow.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.NeverOpenException;

/**
 * Finds the moments at which a person comes to work.
 */
final class ShiftStarts {

	private final Agent agent;

	private final List<Absence> absences;

	private final BusinessCalendar calendar;

	private final ZoneId zone;

	ShiftStarts(Agent agent, List<Absence> absences, BusinessCalendar calendar, ZoneId zone) {
		this.agent = agent;
		this.absences = absences;
		this.calendar = calendar;
		this.zone = zone;
	}

	Optional<Instant> after(Instant moment) {
		Optional<Instant> start = candidateAfter(moment);
		while (start.isPresent() && !isAtWork(start.get())) {
			start = candidateAfter(pastAbsence(start.get()));
		}
		return start;
	}

	private boolean isAtWork(Instant at) {
		return this.agent.isEmployedOn(at.atZone(this.zone).toLocalDate())
				&& this.absences.stream().noneMatch((absence) -> absence.covers(at)) && this.calendar.isOpen(at);
	}

	/** The next moment at which something ends that kept the person from work. */
	private Optional<Instant> candidateAfter(Instant moment) {
		Instant employment = startOf(this.agent.employedFrom());
		return Stream
			.concat(Stream.of(employment),
					Stream.concat(this.absences.stream().map(Absence::to), openingAfter(moment).stream()))
			.filter((at) -> at.isAfter(moment) && !at.isBefore(employment) && !hasLeftBy(at))
			.min(Comparator.naturalOrder());
	}

	private Optional<Instant> openingAfter(Instant moment) {
		Instant from = moment.isBefore(startOf(this.agent.employedFrom())) ? startOf(this.agent.employedFrom())
				: moment;
		try {
			return this.calendar.isOpen(from) ? this.calendar.nextClose(from).map(this.calendar::nextOpen)
					: Optional.of(this.calendar.nextOpen(from));
		}
		catch (NeverOpenException ex) {
			return Optional.empty();
		}
	}

	private boolean hasLeftBy(Instant at) {
		LocalDate end = this.agent.employedUntil();
		return end != null && !at.isBefore(startOf(end));
	}

	/** Within an absence nothing begins: look on from just before its end. */
	private Instant pastAbsence(Instant at) {
		return this.absences.stream()
			.filter((absence) -> absence.covers(at))
			.map((absence) -> absence.to().minusNanos(1))
			.findFirst()
			.orElse(at);
	}

	private Instant startOf(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant();
	}

}
