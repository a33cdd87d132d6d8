package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactMoment;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.PlannableContact;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * Reads what a plan of a team's days has to reckon with: the contacts, when the rules
 * about contacts let each begin, and who could carry it out then.
 */
@Component
class DayProblems {

	private final PlannableContacts contacts;

	private final TakenTimes takenTimes;

	private final Staff staff;

	private final PlanningSettings settings;

	DayProblems(PlannableContacts contacts, TakenTimes takenTimes, Staff staff, PlanningSettings settings) {
		this.contacts = contacts;
		this.takenTimes = takenTimes;
		this.staff = staff;
		this.settings = settings;
	}

	/**
	 * The problem of a team.
	 * @param from no proposal begins before this moment
	 * @param until nor at this moment or after it
	 */
	DayProblem of(String teamId, Instant from, Instant until) {
		StaffDirectory directory = this.staff.directory();
		List<Agent> members = directory.members(teamId);
		List<Contact> planned = this.contacts.ofTeam(teamId, members.stream().map(Agent::id).toList(), from, until)
			.stream()
			.limit(this.settings.mostContacts())
			.toList();
		Set<UUID> together = planned.stream().map(Contact::id).collect(Collectors.toUnmodifiableSet());
		List<Agent> agents = Stream
			.concat(members.stream().filter((agent) -> agent.roles().contains(Role.AGENT)),
					planned.stream().map(Contact::agentId).flatMap((id) -> find(directory, id)))
			.distinct()
			.sorted(Comparator.comparing(Agent::id))
			.toList();
		Map<String, List<Block>> taken = this.takenTimes.of(agents, together, from, until);
		return new Reading(new DayProblem(teamId, from, until, List.of(), Map.of(), agents, taken, 0, directory))
			.read(planned);
	}

	private static Stream<Agent> find(StaffDirectory directory, @Nullable String agentId) {
		return (agentId != null) ? directory.find(agentId).stream() : Stream.empty();
	}

	/**
	 * One reading, which asks nothing twice.
	 */
	private final class Reading {

		private final DayProblem outline;

		private final Map<String, AgentDay> agentDays = new HashMap<>();

		private final Map<String, Place> places = new HashMap<>();

		private final Map<Asked, Boolean> permissions = new HashMap<>();

		private Reading(DayProblem outline) {
			this.outline = outline;
		}

		private DayProblem read(List<Contact> planned) {
			List<Instant> grid = grid();
			List<PlannableContact> judged = DayProblems.this.contacts
				.judge(planned.stream().map((contact) -> wish(contact, grid)).toList());
			Map<UUID, Integer> circles = Circles.of(judged);
			List<Visit> visits = judged.stream()
				.map((plannable) -> visit(plannable, circles.getOrDefault(plannable.contact().id(), 0)))
				.toList();
			return new DayProblem(this.outline.teamId(), this.outline.from(), this.outline.until(), visits,
					judged.stream().collect(Collectors.toUnmodifiableMap((one) -> one.contact().id(), (one) -> one)),
					this.outline.agents(), this.outline.taken(), grid.size(), this.outline.staff());
		}

		/** The moments at which anybody works. */
		private List<Instant> grid() {
			long step = DayProblems.this.settings.grid().toSeconds();
			long first = Math.floorDiv(this.outline.from().getEpochSecond() + step - 1, step) * step;
			List<Instant> grid = new ArrayList<>();
			for (long second = first; second < this.outline.until().getEpochSecond(); second += step) {
				Instant at = Instant.ofEpochSecond(second);
				if (this.outline.agents().stream().anyMatch((agent) -> this.outline.staff().isOnShift(agent, at))) {
					grid.add(at);
				}
			}
			return grid;
		}

		/** No contact begins before it was wanted: its slot may be a customer's wish. */
		private PlannableContacts.Wish wish(Contact contact, List<Instant> grid) {
			Instant wanted = wantedAt(contact);
			TreeSet<Instant> candidates = grid.stream()
				.filter((at) -> at.isAfter(wanted))
				.collect(Collectors.toCollection(TreeSet::new));
			candidates.add(wanted);
			return new PlannableContacts.Wish(contact, candidates,
					DayProblems.this.settings.lengthOf(contact.channel()));
		}

		private Visit visit(PlannableContact plannable, int circle) {
			Contact contact = plannable.contact();
			Place before = find(this.outline.staff(), contact.agentId()).findFirst()
				.map((agent) -> place(agent, wantedAt(contact)))
				.orElse(null);
			Visit.Facts facts = new Visit.Facts(contact, wantedAt(contact), before,
					DayProblems.this.settings.lengthOf(contact.channel()),
					DayProblems.this.settings.travelOf(contact.channel()), circle, plannable.keys(), plannable.limits(),
					delayWeight(contact.purpose()), DayProblems.this.settings.weights());
			List<Agent> whoFirst = this.outline.agents()
				.stream()
				.sorted(Comparator.comparing((Agent agent) -> !agent.id().equals(contact.agentId())))
				.toList();
			List<Place> possible = plannable.moments()
				.stream()
				.flatMap((moment) -> whoFirst.stream()
					.filter((agent) -> permits(agent, plannable, moment))
					.map((agent) -> place(agent, moment.at())))
				.toList();
			return new Visit(facts, plannable.moments(), possible);
		}

		private boolean permits(Agent agent, PlannableContact plannable, ContactMoment moment) {
			Contact contact = plannable.contact();
			Duration length = DayProblems.this.settings.lengthOf(contact.channel());
			Block time = new Block(moment.at(), moment.at().plus(length),
					DayProblems.this.settings.travelOf(contact.channel()));
			boolean theirs = agent.id().equals(contact.agentId());
			return this.permissions.computeIfAbsent(new Asked(agent.id(), time, theirs, plannable.language()),
					(asked) -> AgentPolicy
						.permit(new AgentQuestion(agent, this.outline.teamId(), plannable.language(), theirs, time,
								this.outline.taken().getOrDefault(agent.id(), List.of()), this.outline.staff())));
		}

		private Place place(Agent agent, Instant start) {
			LocalDate day = start.atZone(this.outline.staff().zone()).toLocalDate();
			return this.places.computeIfAbsent(agent.id() + "@" + start,
					(key) -> new Place(agentDay(agent, day), start));
		}

		private AgentDay agentDay(Agent agent, LocalDate day) {
			return this.agentDays.computeIfAbsent(agent.id() + "@" + day,
					(key) -> new AgentDay(agent.id(), day, agent.capacity(), (int) this.outline.taken()
						.getOrDefault(agent.id(), List.of())
						.stream()
						.filter((block) -> block.from().atZone(this.outline.staff().zone()).toLocalDate().equals(day))
						.count(), DayProblems.this.settings.weights().load()));
		}

		private int delayWeight(ContactPurpose purpose) {
			PlanningSettings.Weights weights = DayProblems.this.settings.weights();
			return switch (purpose) {
				case REPLY -> weights.replyDelay();
				case SERVICE -> weights.serviceDelay();
				case ADVERTISING -> weights.advertisingDelay();
			};
		}

		private static Instant wantedAt(Contact contact) {
			Instant slot = contact.slotAt();
			if (slot == null) {
				throw new IllegalStateException("Contact " + contact.id() + " has no slot");
			}
			return slot;
		}

	}

	/**
	 * What tells one question about a person from another.
	 */
	private record Asked(String agentId, Block time, boolean theirs, String language) {
	}

}
