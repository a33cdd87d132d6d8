package vn.careflow.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.NeverOpenException;
import vn.careflow.staff.Absence;
import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;

/**
 * Who has time when, read once for one question: the shifts of the agents by their
 * calendars, their absences, and what agents and customer have given away already.
 */
final class AppointmentTimes {

	static final String AGENT_BUSY = "AGENT_BUSY";

	private final StaffDirectory staff;

	private final Instant from;

	private final Instant to;

	private final Map<String, List<BusyTime>> busy;

	private final Map<String, long[]> openByCalendar = new HashMap<>();

	AppointmentTimes(StaffDirectory staff, Instant from, Instant to, Collection<BusyTime> busy) {
		this.staff = staff;
		this.from = from;
		this.to = to;
		this.busy = new LinkedHashMap<>();
		busy.forEach((time) -> this.busy.computeIfAbsent(time.person(), (person) -> new ArrayList<>()).add(time));
	}

	/** What an agent can give away. */
	FreeTime of(Agent agent) {
		LongStream taken = busyOf(AppointmentStore.agent(agent.id())).stream().flatMapToLong(AppointmentTimes::minutes);
		LongStream away = this.staff.absencesOf(agent.id())
			.stream()
			.filter((absence) -> absence.overlaps(this.from, this.to))
			.flatMapToLong((absence) -> LongStream.of(floor(absence.from()), ceiling(absence.to())));
		return FreeTime.of(employed(agent), byStart(LongStream.concat(taken, away).toArray()));
	}

	/** What the customer can give away. */
	FreeTime of(UUID customerId) {
		return FreeTime.of(new long[] { floor(this.from), ceiling(this.to) },
				busyOf(AppointmentStore.customer(customerId)).stream()
					.flatMapToLong(AppointmentTimes::minutes)
					.toArray());
	}

	/**
	 * Why an agent cannot have a stretch of time, each reason with its own stretch.
	 */
	List<AppointmentRefusal> refusals(Agent agent, Instant start, Instant end) {
		List<AppointmentRefusal> refusals = new ArrayList<>();
		if (!agent.isEmployedOn(day(start)) || !agent.isEmployedOn(day(end.minusMillis(1)))) {
			refusals.add(new AppointmentRefusal(start, end, "NOT_EMPLOYED", "Nhân viên không làm việc vào ngày này.",
					agent.id()));
		}
		for (Absence absence : this.staff.absencesOf(agent.id())) {
			if (absence.overlaps(start, end)) {
				refusals.add(new AppointmentRefusal(absence.from(), absence.to(), "ABSENT", "Nhân viên vắng mặt.",
						agent.id()));
			}
		}
		addOffShift(agent, start, end, refusals);
		busyOf(AppointmentStore.agent(agent.id())).stream()
			.filter((time) -> time.from().isBefore(end) && start.isBefore(time.to()))
			.map((time) -> new AppointmentRefusal(time.from(), time.to(), AGENT_BUSY,
					"Nhân viên đã có lịch hẹn khác, kể cả thời gian đi lại.", agent.id()))
			.forEach(refusals::add);
		return refusals;
	}

	/** Why the customer cannot have a stretch of time. */
	List<AppointmentRefusal> refusals(UUID customerId, Instant start, Instant end) {
		return busyOf(AppointmentStore.customer(customerId)).stream()
			.filter((time) -> time.from().isBefore(end) && start.isBefore(time.to()))
			.map((time) -> new AppointmentRefusal(time.from(), time.to(), "CUSTOMER_BUSY",
					"Khách hàng đã có lịch hẹn khác.", null))
			.toList();
	}

	private void addOffShift(Agent agent, Instant start, Instant end, List<AppointmentRefusal> refusals) {
		BusinessCalendar calendar = this.staff.calendar(agent.calendarName());
		Instant at = start;
		while (at.isBefore(end)) {
			if (calendar.isOpen(at)) {
				at = calendar.nextClose(at).orElse(end);
				continue;
			}
			Instant open = nextOpen(calendar, at, this.to);
			String why = calendar.exceptionOn(at.atZone(calendar.zone()).toLocalDate())
				.map((name) -> " (" + name + ")")
				.orElse("");
			refusals.add(new AppointmentRefusal(at, open, "OFF_SHIFT", "Ngoài ca làm việc của nhân viên" + why + ".",
					agent.id()));
			if (!open.isAfter(at)) {
				return;
			}
			at = open;
		}
	}

	private List<BusyTime> busyOf(String person) {
		return this.busy.getOrDefault(person, List.of());
	}

	/** The shifts within the days of employment. */
	private long[] employed(Agent agent) {
		long[] open = this.openByCalendar.computeIfAbsent(agent.calendarName(), this::open);
		long first = floor(agent.employedFrom().atStartOfDay(zone()).toInstant());
		LocalDate until = agent.employedUntil();
		long last = (until != null) ? floor(until.atStartOfDay(zone()).toInstant()) : Long.MAX_VALUE;
		LongStream.Builder left = LongStream.builder();
		for (int i = 0; i < open.length; i += 2) {
			long start = Math.max(open[i], first);
			long end = Math.min(open[i + 1], last);
			if (start < end) {
				left.add(start).add(end);
			}
		}
		return left.build().toArray();
	}

	private long[] open(String calendarName) {
		BusinessCalendar calendar = this.staff.calendar(calendarName);
		LongStream.Builder open = LongStream.builder();
		Instant at = nextOpen(calendar, this.from, this.to);
		while (at.isBefore(this.to)) {
			Instant close = calendar.nextClose(at).filter(this.to::isAfter).orElse(this.to);
			open.add(ceiling(at)).add(floor(close));
			at = nextOpen(calendar, close, this.to);
		}
		return open.build().toArray();
	}

	private static Instant nextOpen(BusinessCalendar calendar, Instant at, Instant never) {
		try {
			return calendar.nextOpen(at);
		}
		catch (NeverOpenException ex) {
			return never;
		}
	}

	private LocalDate day(Instant at) {
		return at.atZone(zone()).toLocalDate();
	}

	private ZoneId zone() {
		return this.staff.zone();
	}

	private static LongStream minutes(BusyTime time) {
		return LongStream.of(floor(time.from()), ceiling(time.to()));
	}

	private static long[] byStart(long[] ranges) {
		List<long[]> pairs = new ArrayList<>();
		for (int i = 0; i < ranges.length; i += 2) {
			pairs.add(new long[] { ranges[i], ranges[i + 1] });
		}
		return pairs.stream()
			.sorted((one, other) -> Long.compare(one[0], other[0]))
			.flatMapToLong(LongStream::of)
			.toArray();
	}

	static long floor(Instant at) {
		return Math.floorDiv(at.getEpochSecond(), 60);
	}

	static long ceiling(Instant at) {
		return floor(at.plusNanos(59_999_999_999L));
	}

	static Instant instant(long minute) {
		return Instant.ofEpochSecond(Math.multiplyExact(minute, 60));
	}

}
