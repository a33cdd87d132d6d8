package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.customer.Customers;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Finds times at which both sides are free and no rule forbids the customer to be asked:
 * shifts, absences and appointments are searched in memory after one reading, and the
 * rules of contact windows are asked for each time found.
 */
@Component
class AppointmentFinder {

	/** What an agent would read. */
	private static final int MOST_REASONS = 40;

	/** A search among forbidden times ends somewhere. */
	private static final int MOST_TRIES = 400;

	/** How long a time may wait behind one that breaks a wish and still be the better. */
	private static final Duration WORTH_OF_A_WISH = Duration.ofHours(4);

	/** The agent's own shift says when the agent works. */
	private static final Set<String> NOT_OURS = Set.of("WORKING_HOURS");

	private final Staff staff;

	private final Customers customers;

	private final Contacts contacts;

	private final AppointmentStore store;

	private final AppointmentSettings settings;

	AppointmentFinder(Staff staff, Customers customers, Contacts contacts, AppointmentStore store,
			AppointmentSettings settings) {
		this.staff = staff;
		this.customers = customers;
		this.contacts = contacts;
		this.store = store;
		this.settings = settings;
	}

	/** Free times, the best first, and what could not be had before the last of them. */
	AppointmentSlots find(AppointmentSearch search, AppointmentKind kind, Instant now) {
		StaffDirectory directory = this.staff.directory();
		List<Agent> agents = agents(search, directory);
		Instant from = search.from().isBefore(now) ? now : search.from();
		Instant horizon = from.plus(this.settings.horizon().amount());
		Instant until = (search.until() != null && search.until().isBefore(horizon)) ? search.until() : horizon;
		if (!from.isBefore(until)) {
			return new AppointmentSlots(List.of(), List.of());
		}
		Question question = new Question(search, kind, agents, from, until, times(directory, agents,
				search.customerId(), new Span(from.minus(kind.before()), until.plus(kind.after())), null, now));
		return answer(question, directory.zone());
	}

	/** Why an appointment cannot have the time that it wants; nothing when it can. */
	List<AppointmentRefusal> refusals(Appointment wanted, AppointmentKind kind, Instant now) {
		StaffDirectory directory = this.staff.directory();
		Agent agent = directory.find(wanted.agentId()).orElseThrow();
		AppointmentTime time = wanted.time();
		if (time.start().isBefore(now)) {
			return List.of(new AppointmentRefusal(time.start(), now, "PAST", "Giờ hẹn đã qua.", null));
		}
		AppointmentTimes times = times(directory, List.of(agent), wanted.customerId(),
				new Span(time.busyFrom(), time.busyTo()), wanted.id(), now);
		Stream<AppointmentRefusal> rules = rules(wanted.customerId(), wanted.purpose(), kind.channel(), time).stream()
			.filter(RefusedSlot::binding)
			.map(AppointmentRefusal::of);
		return Stream
			.of(times.refusals(agent, time.busyFrom(), time.busyTo()).stream(),
					times.refusals(wanted.customerId(), time.start(), time.end()).stream(), rules)
			.flatMap((reasons) -> reasons)
			.toList();
	}

	/** The other appointments that keep an agent from this one. */
	List<AppointmentRefusal> bookings(Agent agent, Appointment wanted, Instant now) {
		AppointmentTime time = wanted.time();
		return times(this.staff.directory(), List.of(agent), wanted.customerId(),
				new Span(time.busyFrom(), time.busyTo()), wanted.id(), now)
			.refusals(agent, time.busyFrom(), time.busyTo())
			.stream()
			.filter((refusal) -> refusal.rule().equals(AppointmentTimes.AGENT_BUSY))
			.toList();
	}

	private AppointmentSlots answer(Question question, ZoneId zone) {
		FreeTime[] free = question.agents().stream().map(question.times()::of).toArray(FreeTime[]::new);
		FreeSlotSearch search = question.search(free, this.settings.startEvery());
		List<AppointmentSlot> found = new ArrayList<>();
		Set<AppointmentRefusal> refused = new LinkedHashSet<>();
		long until = AppointmentTimes.floor(question.until());
		long start = search.next(AppointmentTimes.ceiling(question.from()), until);
		for (int tries = 0; start != FreeSlotSearch.NEVER && tries < MOST_TRIES
				&& found.size() < question.wanted().limit(); tries++) {
			AppointmentTime time = question.kind().at(AppointmentTimes.instant(start));
			List<RefusedSlot> rules = rules(question.wanted().customerId(), question.wanted().purpose(),
					question.kind().channel(), time);
			List<RefusedSlot> binding = rules.stream().filter(RefusedSlot::binding).toList();
			binding.forEach((slot) -> refused.add(AppointmentRefusal.of(slot)));
			if (binding.isEmpty()) {
				found.addAll(slotsAt(start, question, search, rules));
			}
			start = search.next(after(start, binding), until);
		}
		Instant end = found.isEmpty() ? question.until() : found.get(0).startsAt();
		refused.addAll(question.reasonsBefore(end));
		return new AppointmentSlots(ranked(found, question, zone), shortened(refused));
	}

	private static long after(long start, List<RefusedSlot> binding) {
		long next = start + 1;
		for (RefusedSlot slot : binding) {
			Instant end = slot.until();
			next = Math.max(next, (end != null) ? AppointmentTimes.ceiling(end) : FreeSlotSearch.NEVER / 2);
		}
		return next;
	}

	private static List<AppointmentSlot> slotsAt(long start, Question question, FreeSlotSearch search,
			List<RefusedSlot> broken) {
		AppointmentTime time = question.kind().at(AppointmentTimes.instant(start));
		List<AppointmentRefusal> wishes = broken.stream().map(AppointmentRefusal::of).toList();
		List<AppointmentSlot> slots = new ArrayList<>();
		for (int i = 0; i < question.agents().size(); i++) {
			if (search.isFree(search.agents()[i], start)) {
				slots.add(new AppointmentSlot(question.agents().get(i).id(), time.start(), time.end(), wishes));
			}
		}
		return slots;
	}

	private List<AppointmentSlot> ranked(List<AppointmentSlot> found, Question question, ZoneId zone) {
		String owner = this.customers.facts(question.wanted().customerId()).ownerId();
		Map<String, Integer> loads = new HashMap<>();
		this.store.loads(question.agents().stream().map(Agent::id).toList(), question.from(), question.until())
			.forEach((load) -> loads.merge(load.agentId() + day(load.startsAt(), zone), 1, Integer::sum));
		return found.stream()
			.sorted(Comparator.comparing(AppointmentFinder::cost)
				.thenComparing((slot) -> Objects.equals(slot.agentId(), owner) ? 0 : 1)
				.thenComparing((slot) -> loads.getOrDefault(slot.agentId() + day(slot.startsAt(), zone), 0))
				.thenComparing(AppointmentSlot::agentId))
			.limit(question.wanted().limit())
			.toList();
	}

	private static Instant cost(AppointmentSlot slot) {
		return slot.broken().isEmpty() ? slot.startsAt() : slot.startsAt().plus(WORTH_OF_A_WISH);
	}

	private static LocalDate day(Instant at, ZoneId zone) {
		return at.atZone(zone).toLocalDate();
	}

	private static List<AppointmentRefusal> shortened(Collection<AppointmentRefusal> reasons) {
		return reasons.stream().sorted(Comparator.comparing(AppointmentRefusal::from)).limit(MOST_REASONS).toList();
	}

	private List<RefusedSlot> rules(UUID customerId, ContactPurpose purpose, ContactChannel channel,
			AppointmentTime time) {
		return this.contacts.refusals(customerId, purpose, channel, time.start(), time.end())
			.stream()
			.filter((slot) -> !NOT_OURS.contains(slot.rule()))
			.toList();
	}

	private AppointmentTimes times(StaffDirectory directory, List<Agent> agents, UUID customerId, Span span,
			@Nullable UUID except, Instant now) {
		List<String> people = Stream
			.concat(agents.stream().map(Agent::id).map(AppointmentStore::agent),
					Stream.of(AppointmentStore.customer(customerId)))
			.toList();
		return new AppointmentTimes(directory, span.from(), span.to(),
				this.store.busy(people, span.from(), span.to(), except, now));
	}

	private static List<Agent> agents(AppointmentSearch search, StaffDirectory directory) {
		if (search.agentId() != null) {
			return List.of(directory.find(search.agentId())
				.orElseThrow(
						() -> new AppointmentInvalid("agentId", "Không có nhân viên «" + search.agentId() + "».")));
		}
		if (search.teamId() != null && directory.team(search.teamId()).isEmpty()) {
			throw new AppointmentInvalid("teamId", "Không có nhóm «" + search.teamId() + "».");
		}
		List<Agent> people = (search.teamId() != null) ? directory.members(search.teamId()) : directory.all();
		return people.stream().filter((agent) -> agent.receiving() && agent.roles().contains(Role.AGENT)).toList();
	}

	private record Span(Instant from, Instant to) {
	}

	private record Question(AppointmentSearch wanted, AppointmentKind kind, List<Agent> agents, Instant from,
			Instant until, AppointmentTimes times) {

		FreeSlotSearch search(FreeTime[] free, int step) {
			return new FreeSlotSearch(free, this.times.of(this.wanted.customerId()), this.kind.length().toMinutes(),
					this.kind.before().toMinutes(), this.kind.after().toMinutes(), step);
		}

		List<AppointmentRefusal> reasonsBefore(Instant end) {
			List<AppointmentRefusal> reasons = new ArrayList<>(
					this.times.refusals(this.wanted.customerId(), this.from, end));
			this.agents.forEach((agent) -> reasons.addAll(this.times.refusals(agent, this.from, end)));
			return reasons;
		}

	}

}
