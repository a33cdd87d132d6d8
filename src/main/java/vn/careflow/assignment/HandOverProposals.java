package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOverKind.Succession;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;
import vn.careflow.staff.Team;

/**
 * Finds who shall get what a person leaves behind. What concerns one customer goes to one
 * person, found by the same rules that give out new work; where they find nobody, it goes
 * to the colleague with the smallest share, and says so. Nothing is left without a
 * proposal while anybody is there.
 */
@Component
class HandOverProposals {

	private static final String KIND = "HAND_OVER";

	private final Staff staff;

	private final AssignmentTables tables;

	private final AgentAssignment assignment;

	private final Clock clock;

	HandOverProposals(Staff staff, AssignmentTables tables, AgentAssignment assignment, Clock clock) {
		this.staff = staff;
		this.tables = tables;
		this.assignment = assignment;
		this.clock = clock;
	}

	/**
	 * Proposes an owner for each item.
	 * @param leaver who leaves
	 * @param items the items that have none yet
	 * @return the proposals by the numbers of the items
	 */
	Map<Integer, Proposed> propose(Agent leaver, List<HandOverItem> items) {
		Round round = new Round(leaver, this.staff.directory());
		Map<UUID, UUID> customers = customersOfCases(items);
		Map<Integer, Proposed> proposals = new LinkedHashMap<>();
		Map<String, List<HandOverItem>> groups = new LinkedHashMap<>();
		for (HandOverItem item : items) {
			if (item.kind().succession() == Succession.WORK) {
				groups.computeIfAbsent(groupOf(item, customers), (key) -> new ArrayList<>()).add(item);
			}
			else {
				proposals.put(item.no(), round.forLead(item));
			}
		}
		round.forWork(List.copyOf(groups.values()), proposals);
		return proposals;
	}

	/** Not every room knows whose case it is: what one knows holds for all. */
	private static Map<UUID, UUID> customersOfCases(List<HandOverItem> items) {
		Map<UUID, UUID> customers = new HashMap<>();
		for (HandOverItem item : items) {
			if (item.workItemId() != null && item.customerId() != null) {
				customers.put(item.workItemId(), item.customerId());
			}
		}
		return customers;
	}

	private static String groupOf(HandOverItem item, Map<UUID, UUID> customers) {
		UUID customer = item.customerId();
		UUID workItem = item.workItemId();
		if (workItem != null) {
			return customers.getOrDefault(workItem, workItem).toString();
		}
		return (customer != null) ? customer.toString() : item.kind() + "/" + item.ref();
	}

	/**
	 * Who shall have an item, and why.
	 *
	 * @param agentId who, null when nobody was found or it ends with the person
	 * @param byRules whether the rules found them
	 */
	record Proposed(@Nullable String agentId, @Nullable String because, boolean byRules) {

		private static final int LONGEST = 1000;

		Proposed {
			because = (because != null && because.length() > LONGEST) ? because.substring(0, LONGEST) : because;
		}

	}

	/**
	 * The proposals for one person who leaves.
	 */
	private final class Round {

		private final Agent leaver;

		private final StaffDirectory directory;

		private final LocalDate today = LocalDate.now(HandOverProposals.this.clock);

		private final Instant now = HandOverProposals.this.clock.instant();

		private final Map<String, Integer> shares = new HashMap<>();

		private Round(Agent leaver, StaffDirectory directory) {
			this.leaver = leaver;
			this.directory = directory;
		}

		void forWork(List<List<HandOverItem>> groups, Map<Integer, Proposed> proposals) {
			Map<UUID, WorkItem> known = new HashMap<>();
			HandOverProposals.this.tables.heldBy(this.leaver.id())
				.forEach((decided) -> known.put(decided.workItem().id(), decided.workItem()));
			Instant at = whenTheTeamWorks();
			Map<List<HandOverItem>, WorkItem> open = new LinkedHashMap<>();
			Map<List<HandOverItem>, WorkItem> other = new LinkedHashMap<>();
			groups.forEach((group) -> openWork(group, known).ifPresentOrElse((item) -> open.put(group, item.at(at)),
					() -> inGeneral(group, at).ifPresent((item) -> other.put(group, item))));
			Map<UUID, Proposal> answers = new HashMap<>(byRules(List.copyOf(open.values())));
			int share = Math.max(1, (int) colleagues().count());
			List<WorkItem> rest = List.copyOf(other.values());
			for (int from = 0; from < rest.size(); from += share) {
				answers.putAll(byRules(rest.subList(from, Math.min(from + share, rest.size()))));
			}
			open.putAll(other);
			groups.forEach((group) -> {
				WorkItem item = open.get(group);
				Proposed proposed = proposed((item != null) ? answers.get(item.id()) : null);
				group.forEach((one) -> proposals.put(one.no(), proposed));
			});
		}

		/** Asks the rules about all of them; nobody gets anything by it. */
		private Map<UUID, Proposal> byRules(List<WorkItem> items) {
			return HandOverProposals.this.assignment.propose(items, Set.of(this.leaver.id()))
				.stream()
				.collect(Collectors.toMap(Proposal::workItemId, (proposal) -> proposal));
		}

		private Proposed proposed(@Nullable Proposal answer) {
			if (answer != null && answer.agentId().isPresent()) {
				this.shares.merge(answer.agentId().get(), 1, Integer::sum);
				return new Proposed(answer.agentId().get(), answer.summary(), true);
			}
			Optional<Agent> colleague = colleagueWithTheSmallestShare().or(this::lead);
			colleague.ifPresent((agent) -> this.shares.merge(agent.id(), 1, Integer::sum));
			return new Proposed(colleague.map(Agent::id).orElse(null),
					"Quy tắc chưa tìm được ai, đề xuất đồng nghiệp đang nhận ít nhất. "
							+ ((answer != null) ? answer.summary() : ""),
					false);
		}

		/**
		 * What the rules were asked before about a case of the group: it counts against
		 * the day of whoever gets it.
		 */
		private static Optional<WorkItem> openWork(List<HandOverItem> group, Map<UUID, WorkItem> known) {
			return group.stream()
				.flatMap((item) -> Stream.ofNullable(item.workItemId()))
				.flatMap((id) -> Stream.ofNullable(known.get(id)))
				.findFirst();
		}

		/** What is no work of a day: somebody of the team who speaks the language. */
		private Optional<WorkItem> inGeneral(List<HandOverItem> group, Instant at) {
			String language = group.stream()
				.flatMap((item) -> Stream.ofNullable(item.language()))
				.findFirst()
				.orElse("vi");
			return this.leaver.teams()
				.stream()
				.findFirst()
				.map((team) -> WorkItem.of(UUID.randomUUID(), KIND, team, at).in(language));
		}

		/** Now, or when the first of the colleagues comes to work next. */
		private Instant whenTheTeamWorks() {
			List<Agent> colleagues = colleagues().toList();
			if (colleagues.stream().anyMatch((agent) -> this.directory.isOnDuty(agent.id(), this.now))) {
				return this.now;
			}
			return colleagues.stream()
				.flatMap((agent) -> this.directory.nextShiftStart(agent.id(), this.now).stream())
				.min(Comparator.naturalOrder())
				.orElse(this.now);
		}

		Proposed forLead(HandOverItem item) {
			if (item.kind().succession() == Succession.ENDS) {
				return new Proposed(null, "Kết thúc cùng tài khoản", true);
			}
			Optional<Agent> lead = lead();
			return new Proposed(lead.map(Agent::id).orElse(null),
					lead.map((agent) -> agent.name() + " phụ trách nhóm").orElse(null), lead.isPresent());
		}

		private Optional<Agent> colleagueWithTheSmallestShare() {
			return colleagues().min(Comparator.comparingInt((Agent agent) -> this.shares.getOrDefault(agent.id(), 0))
				.thenComparing(Agent::id));
		}

		private Stream<Agent> colleagues() {
			Map<String, Agent> colleagues = new LinkedHashMap<>();
			this.leaver.teams()
				.forEach((team) -> this.directory.members(team).forEach((agent) -> colleagues.put(agent.id(), agent)));
			return colleagues.values()
				.stream()
				.filter((agent) -> agent.roles().contains(Role.AGENT) && agent.receiving() && isThere(agent));
		}

		/** The lead of the person's team, else another lead, else a manager. */
		private Optional<Agent> lead() {
			Set<Agent> people = new LinkedHashSet<>();
			this.directory.teams()
				.stream()
				.filter((team) -> this.leaver.teams().contains(team.id()))
				.map(Team::id)
				.forEach((team) -> this.directory.leadOf(team).ifPresent(people::add));
			this.directory.all()
				.stream()
				.filter((agent) -> agent.roles().contains(Role.TEAM_LEAD))
				.forEach(people::add);
			people.addAll(this.directory.managersOn(this.today));
			return people.stream().filter(this::isThere).findFirst();
		}

		private boolean isThere(Agent agent) {
			return !agent.id().equals(this.leaver.id()) && agent.isEmployedOn(this.today)
					&& this.directory.absenceOf(agent.id(), this.now).isEmpty();
		}

	}

}
