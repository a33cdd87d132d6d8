package vn.careflow.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.calendar.NeverOpenException;
import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentAnswer.Over;
import vn.careflow.contact.AppointmentAnswer.Refused;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Page;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Appointments with customers: held, confirmed, moved, kept or not. No agent and no
 * customer is booked twice, however many ask at once; who loses the race is told why and
 * what is free instead. Every change is in the customer's timeline.
 */
@Service
public class Appointments {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

	private static final int ALTERNATIVES = 5;

	private static final int LONGEST_NOTE = 2000;

	private static final int LONGEST_PLACE = 300;

	private static final int LONGEST_REASON = 500;

	private final AppointmentStore store;

	private final AppointmentKinds kinds;

	private final AppointmentFinder finder;

	private final Staff staff;

	private final Customers customers;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final AppointmentSettings settings;

	private final Clock clock;

	Appointments(AppointmentStore store, AppointmentKinds kinds, AppointmentFinder finder, Staff staff,
			Customers customers, Timeline timeline, ApplicationEventPublisher events, AppointmentSettings settings,
			Clock clock) {
		this.store = store;
		this.kinds = kinds;
		this.finder = finder;
		this.staff = staff;
		this.customers = customers;
		this.timeline = timeline;
		this.events = events;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Finds free times of agents and customer, the best first: the earliest that breaks
	 * no wish, with the customer's owner before others and then who has the fewest
	 * appointments on that day.
	 * @throws AppointmentInvalid when kind, agent or team are unknown
	 */
	public AppointmentSlots freeSlots(AppointmentSearch search) {
		return this.finder.find(search, activeKind(search.kind()), now());
	}

	/**
	 * Keeps a time for an appointment until somebody confirms it, at most as long as the
	 * house keeps times. The same id gives back the appointment that is there.
	 * @return agreed, or refused with the reasons and the next free times
	 * @throws AppointmentInvalid when kind or agent are unknown, or the start is not on
	 * five minutes
	 */
	@Transactional
	public AppointmentAnswer hold(NewAppointment wanted) {
		Optional<Appointment> known = this.store.find(wanted.id());
		if (known.isPresent()) {
			return new Agreed(known.get());
		}
		Instant now = now();
		AppointmentKind kind = activeKind(wanted.kind());
		Agent agent = agent(wanted.agentId());
		requireStep(wanted.startsAt());
		this.customers.facts(wanted.customerId());
		AppointmentTime time = kind.at(wanted.startsAt());
		Appointment.Reminders reminders = reminders(kind, agent, wanted.startsAt());
		Appointment appointment = new Appointment(wanted.id(), wanted.customerId(), agent.id(), kind.code(),
				wanted.purpose(), AppointmentState.HELD, time.start(), time.end(), time.busyFrom(), time.busyTo(),
				reminders.agentAt(), reminders.customerAt(), now.plus(this.settings.holdFor()), 0,
				cut(wanted.place(), LONGEST_PLACE), cut(wanted.note(), LONGEST_NOTE), wanted.bookedBy(), now, now, now);
		lock(appointment, agent.id());
		Optional<Refused> refused = refusal(appointment, kind, now);
		if (refused.isPresent()) {
			return refused.get();
		}
		this.store.insert(appointment);
		this.store.book(appointment);
		tell(appointment, "HELD", "Giữ chỗ lịch hẹn", wanted.bookedBy(), null);
		return new Agreed(appointment);
	}

	/**
	 * Confirms an appointment whose time is held. One whose time was held for long enough
	 * gets it again if it is still free.
	 * @throws AppointmentNotFound when there is none with this id
	 */
	@Transactional
	public AppointmentAnswer confirm(UUID appointmentId, String by) {
		Appointment held = locked(appointmentId, null);
		Instant now = now();
		if (held.state() == AppointmentState.CONFIRMED) {
			return new Agreed(held);
		}
		boolean expired = held.state() == AppointmentState.EXPIRED || held.hasExpired(now);
		if (held.state() != AppointmentState.HELD && !expired) {
			return new Over(held);
		}
		if (expired) {
			AppointmentKind kind = kind(held.kind());
			Optional<Refused> refused = refusal(held, kind, now);
			if (refused.isPresent()) {
				return refused.get();
			}
			this.store.free(held.id());
			this.store.book(held);
		}
		Appointment confirmed = held.confirmed(now);
		this.store.update(confirmed);
		tell(confirmed, "CONFIRMED", "Xác nhận lịch hẹn", by, null);
		this.events.publishEvent(new AppointmentConfirmed(confirmed.id(), confirmed.customerId()));
		return new Agreed(confirmed);
	}

	/**
	 * Gives an appointment another time, another agent, or both. The same as it has
	 * changes nothing.
	 * @param agentId who has it from now on, null for who has it
	 * @param reason why, null when nobody said
	 * @throws AppointmentNotFound when there is none with this id
	 * @throws AppointmentInvalid when the agent is unknown or the start is not on five
	 * minutes
	 */
	@Transactional
	public AppointmentAnswer move(UUID appointmentId, Instant startsAt, @Nullable String agentId,
			@Nullable String reason, String by) {
		requireStep(startsAt);
		Optional<Agent> other = Optional.ofNullable(agentId).map(this::agent);
		Appointment known = locked(appointmentId, agentId);
		Agent agent = other.orElseGet(() -> agent(known.agentId()));
		Instant now = now();
		if (!known.state().isBooked() || known.hasExpired(now)) {
			return new Over(known);
		}
		if (known.startsAt().equals(startsAt) && known.agentId().equals(agent.id())) {
			return new Agreed(known);
		}
		AppointmentKind kind = kind(known.kind());
		Appointment moved = known.moved(agent.id(), kind.at(startsAt), reminders(kind, agent, startsAt), now);
		Optional<Refused> refused = refusal(moved, kind, now);
		if (refused.isPresent()) {
			return refused.get();
		}
		this.store.free(moved.id());
		this.store.update(moved);
		this.store.book(moved);
		tell(moved, "MOVED", "Dời lịch hẹn", by, reason);
		if (moved.state() == AppointmentState.CONFIRMED) {
			this.events.publishEvent(new AppointmentMoved(moved.id(), moved.customerId()));
		}
		return new Agreed(moved);
	}

	/**
	 * Gives a confirmed appointment to another agent at its time, even once it has begun:
	 * somebody has come to stand in. Their own appointments bind all the same.
	 * @throws AppointmentNotFound when there is none with this id
	 * @throws AppointmentInvalid when the agent is unknown
	 */
	@Transactional
	public AppointmentAnswer handOver(UUID appointmentId, String agentId, String by) {
		Agent agent = agent(agentId);
		Appointment known = locked(appointmentId, agentId);
		if (known.state() != AppointmentState.CONFIRMED) {
			return new Over(known);
		}
		if (known.agentId().equals(agentId)) {
			return new Agreed(known);
		}
		Appointment.Reminders reminders = new Appointment.Reminders(known.remindAgentAt(), known.remindCustomerAt());
		Appointment handed = known.moved(agentId, known.time(), reminders, now());
		List<AppointmentRefusal> busy = this.finder.bookings(agent, handed, now());
		if (!busy.isEmpty()) {
			return new Refused(busy, List.of());
		}
		this.store.free(handed.id());
		this.store.update(handed);
		this.store.book(handed);
		tell(handed, "HANDED_OVER", "Đổi người gặp theo lịch hẹn", by, null);
		return new Agreed(handed);
	}

	/**
	 * Calls an appointment off; one that is called off stays so.
	 * @throws AppointmentNotFound when there is none with this id
	 */
	@Transactional
	public AppointmentAnswer cancel(UUID appointmentId, String reason, String by) {
		Appointment known = locked(appointmentId, null);
		return known.state().isBooked() ? close(known, AppointmentState.CANCELLED, reason, by)
				: closed(known, AppointmentState.CANCELLED);
	}

	/**
	 * Says that an appointment took place, from its start on.
	 * @param note what came of it, null when nobody said
	 * @throws AppointmentNotFound when there is none with this id
	 */
	@Transactional
	public AppointmentAnswer complete(UUID appointmentId, @Nullable String note, String by) {
		AppointmentAnswer answer = settle(appointmentId, AppointmentState.DONE, note, by);
		if (answer instanceof Agreed agreed) {
			this.customers.recordContact(agreed.appointment().customerId(), now());
		}
		return answer;
	}

	/**
	 * Says that the customer did not come or answer, from its start on.
	 * @param note what is known of it, null when nothing is
	 * @throws AppointmentNotFound when there is none with this id
	 */
	@Transactional
	public AppointmentAnswer missed(UUID appointmentId, @Nullable String note, String by) {
		return settle(appointmentId, AppointmentState.NO_SHOW, note, by);
	}

	/**
	 * The appointments to come whose reminders follow when one of these calendars
	 * changes. A page of them, by id.
	 * @param calendarNames the calendars
	 * @param after the last appointment of the page before, null for the first page
	 * @param atMost how many
	 */
	public List<UUID> remindedBy(Collection<String> calendarNames, @Nullable UUID after, int atMost) {
		List<String> agents = this.staff.all()
			.stream()
			.filter((agent) -> calendarNames.contains(agent.calendarName()))
			.map(Agent::id)
			.toList();
		return agents.isEmpty() ? List.of() : this.store.toComeOf(agents, now(), after, atMost);
	}

	/**
	 * Works out anew when agent and customer are reminded, after calendars have changed.
	 * The appointment itself stays: it was agreed upon.
	 * @return whether anybody is reminded at another time
	 * @throws AppointmentNotFound when there is none with this id
	 */
	@Transactional
	public boolean remindAnew(UUID appointmentId) {
		Appointment known = this.store.findAndLock(appointmentId)
			.orElseThrow(() -> new AppointmentNotFound(appointmentId));
		if (!known.state().isBooked() || !known.startsAt().isAfter(now())) {
			return false;
		}
		Appointment anew = known.reminded(reminders(kind(known.kind()), agent(known.agentId()), known.startsAt()));
		if (!anew.equals(known)) {
			this.store.update(anew);
		}
		return !anew.equals(known);
	}

	/**
	 * Gives back the times that were held for long enough.
	 * @param limit at most so many
	 * @return how many
	 */
	@Transactional
	public int expire(int limit) {
		Instant now = now();
		List<UUID> expired = this.store.expired(now, limit);
		expired.forEach((id) -> expire(id, now));
		return expired.size();
	}

	/**
	 * Whether the agent is to be reminded now: the appointment is still to come, and it
	 * did not get its time after the moment of the reminder.
	 */
	public boolean wantsAgentReminded(UUID appointmentId) {
		Appointment appointment = get(appointmentId);
		return isReminded(appointment, appointment.remindAgentAt());
	}

	/**
	 * Whether the customer is to be reminded now, by the same rule. If so, it is on the
	 * customer's timeline.
	 */
	@Transactional
	public boolean remindCustomer(UUID appointmentId) {
		Appointment appointment = get(appointmentId);
		boolean wanted = isReminded(appointment, appointment.remindCustomerAt());
		if (wanted) {
			record(appointment, "Đến lúc nhắc khách về lịch hẹn", null, null);
		}
		return wanted;
	}

	/**
	 * The appointment with this id.
	 * @throws AppointmentNotFound when there is none
	 */
	public Appointment get(UUID appointmentId) {
		return find(appointmentId).orElseThrow(() -> new AppointmentNotFound(appointmentId));
	}

	public Optional<Appointment> find(UUID appointmentId) {
		return this.store.find(appointmentId);
	}

	/** A page of appointments, the earliest first. */
	public Page<Appointment> page(AppointmentFilter filter, int page, int size) {
		return this.store.page(filter, page, size);
	}

	/** What was done to an appointment, the first thing first. */
	public List<AppointmentChange> changesOf(UUID appointmentId) {
		return this.store.changes(appointmentId);
	}

	/** The time that an agent has given away to appointments, by start. */
	public List<BusyTime> busy(String agentId, Instant from, Instant to) {
		return this.store.busy(List.of(AppointmentStore.agent(agentId)), from, to, null, now());
	}

	private AppointmentAnswer settle(UUID appointmentId, AppointmentState state, @Nullable String note, String by) {
		Appointment known = locked(appointmentId, null);
		if (known.state() != AppointmentState.CONFIRMED) {
			return closed(known, state);
		}
		if (now().isBefore(known.startsAt())) {
			return new Refused(List.of(new AppointmentRefusal(now(), known.startsAt(), "NOT_YET",
					"Chưa đến giờ hẹn. Nếu không gặp nữa, hãy huỷ hoặc dời lịch.", null)), List.of());
		}
		return close(known, state, note, by);
	}

	private static AppointmentAnswer closed(Appointment known, AppointmentState state) {
		return (known.state() == state) ? new Agreed(known) : new Over(known);
	}

	private AppointmentAnswer close(Appointment known, AppointmentState state, @Nullable String reason, String by) {
		Appointment closed = known.with(state, now());
		this.store.update(closed);
		this.store.free(closed.id());
		tell(closed, state.name(), switch (state) {
			case DONE -> "Đã gặp theo lịch hẹn";
			case NO_SHOW -> "Khách không đến lịch hẹn";
			default -> "Huỷ lịch hẹn";
		}, by, reason);
		if (known.state() == AppointmentState.CONFIRMED) {
			this.events.publishEvent(new AppointmentClosed(closed.id(), closed.customerId(), state));
		}
		return new Agreed(closed);
	}

	private void expire(UUID appointmentId, Instant now) {
		this.store.findAndLock(appointmentId).filter((held) -> held.hasExpired(now)).ifPresent((held) -> {
			Appointment expired = held.with(AppointmentState.EXPIRED, now);
			this.store.update(expired);
			this.store.free(expired.id());
			tell(expired, "EXPIRED", "Hết thời gian giữ chỗ lịch hẹn", "system", null);
		});
	}

	/** The appointment and the time of those that it binds, held for this transaction. */
	private Appointment locked(UUID appointmentId, @Nullable String otherAgentId) {
		Appointment known = get(appointmentId);
		lock(known, (otherAgentId != null) ? otherAgentId : known.agentId());
		Appointment locked = this.store.findAndLock(appointmentId).orElseThrow();
		if (!locked.agentId().equals(known.agentId())) {
			throw new org.springframework.dao.OptimisticLockingFailureException(
					"Appointment " + appointmentId + " was moved meanwhile");
		}
		return locked;
	}

	private void lock(Appointment appointment, String agentId) {
		Set<String> people = Stream
			.of(AppointmentStore.agent(appointment.agentId()), AppointmentStore.agent(agentId),
					AppointmentStore.customer(appointment.customerId()))
			.collect(Collectors.toSet());
		this.store.lock(people);
		Instant now = now();
		this.store.expiredOf(people, now)
			.stream()
			.filter((id) -> !id.equals(appointment.id()))
			.forEach((id) -> expire(id, now));
	}

	private Optional<Refused> refusal(Appointment wanted, AppointmentKind kind, Instant now) {
		List<AppointmentRefusal> reasons = this.finder.refusals(wanted, kind, now);
		if (reasons.isEmpty()) {
			return Optional.empty();
		}
		AppointmentSearch search = new AppointmentSearch(wanted.customerId(), kind.code(), wanted.purpose(),
				wanted.agentId(), null, wanted.startsAt(), null, ALTERNATIVES);
		return Optional.of(new Refused(reasons, this.finder.find(search, kind, now).slots()));
	}

	private boolean isReminded(Appointment appointment, Instant at) {
		return appointment.state() == AppointmentState.CONFIRMED && !at.isBefore(appointment.timedAt())
				&& now().isBefore(appointment.startsAt());
	}

	private void tell(Appointment appointment, String change, String what, String by, @Nullable String reason) {
		this.store.log(appointment, change, by, cut(reason, LONGEST_REASON));
		record(appointment, what, reason, by);
	}

	private void record(Appointment appointment, String what, @Nullable String detail, @Nullable String by) {
		String kind = kind(appointment.kind()).name();
		String with = this.staff.find(appointment.agentId()).map(Agent::name).orElse(appointment.agentId());
		this.timeline.record(TimelineEntry
			.of(appointment.customerId(), TimelineKind.APPOINTMENT, now(),
					"%s: %s lúc %s với %s".formatted(what, kind,
							MOMENT.format(appointment.startsAt().atZone(this.clock.getZone())), with))
			.withDetail(detail)
			.about(appointment.id())
			.by("system".equals(by) ? null : by));
	}

	private Appointment.Reminders reminders(AppointmentKind kind, Agent agent, Instant start) {
		StaffDirectory directory = this.staff.directory();
		BusinessCalendar calendar = directory.calendar(agent.calendarName());
		return new Appointment.Reminders(before(calendar, start, kind.remindAgent()),
				before(calendar, start, kind.remindCustomer()));
	}

	private static Instant before(BusinessCalendar calendar, Instant start, CareDuration duration) {
		try {
			return calendar.subtract(start, duration);
		}
		catch (NeverOpenException ex) {
			return start;
		}
	}

	private AppointmentKind activeKind(String code) {
		return this.kinds.find(code)
			.filter(AppointmentKind::active)
			.orElseThrow(() -> new AppointmentInvalid("kind", "Không có loại lịch hẹn «" + code + "»."));
	}

	private AppointmentKind kind(String code) {
		return this.kinds.find(code).orElseThrow();
	}

	private Agent agent(String agentId) {
		return this.staff.find(agentId)
			.orElseThrow(() -> new AppointmentInvalid("agentId", "Không có nhân viên «" + agentId + "»."));
	}

	private static void requireStep(Instant start) {
		if (start.getEpochSecond() % AppointmentKind.STEP.toSeconds() != 0 || start.getNano() != 0) {
			throw new AppointmentInvalid("startsAt", "Lịch hẹn bắt đầu vào phút chia hết cho 5.");
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static @Nullable String cut(@Nullable String text, int length) {
		return (text != null && text.length() > length) ? text.substring(0, length) : text;
	}

}
