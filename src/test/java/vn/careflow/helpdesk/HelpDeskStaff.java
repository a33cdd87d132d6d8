package vn.careflow.helpdesk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.careflow.helpdesk.HelpDeskEvent.Step;
import vn.careflow.staff.CalendarDefinition;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.Time;

/**
 * The people of the log as agents of the service team: their shifts as their time stamps
 * tell them, their capacity as much as they had in hand at once, all equally skilled.
 */
final class HelpDeskStaff {

	/** Leads the team and takes no work. */
	static final String LEAD = "helpdesk.lead";

	/** The log does not tell who is how good. */
	private static final int LEVEL = 3;

	private final HelpDeskLog log;

	private final Map<String, HelpDeskShift> shifts = new HashMap<>();

	HelpDeskStaff(HelpDeskLog log) {
		this.log = log;
		log.byResource().forEach((resource, steps) -> this.shifts.put(agentId(resource), HelpDeskShift.of(steps)));
	}

	static String agentId(String resource) {
		return "helpdesk." + resource.replaceAll("\\D", "");
	}

	/** When each person worked. */
	Map<String, HelpDeskShift> shifts() {
		return Map.copyOf(this.shifts);
	}

	/**
	 * Registers everybody.
	 * @param weight what one case weighs, in points of capacity
	 */
	void register(Staff staff, WorkCalendars calendars, int weight) {
		LocalDate begin = this.log.events().get(0).at().toLocalDate();
		staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		staff.register(NewAgent.named(LEAD, "Trưởng nhóm", LEAD + "@example.com", begin)
			.withRoles(Role.TEAM_LEAD)
			.inTeams("service")
			.workingBy("always"));
		staff.appointLead("service", LEAD);
		Map<String, Integer> inHand = mostInHand();
		this.shifts.forEach((agentId, shift) -> {
			calendars.define(CalendarDefinition.named(agentId, Time.ZONE)
				.open(shift.days(), shift.from().toString(), shift.to().toString()));
			staff.register(NewAgent.named(agentId, "Nhân viên " + agentId, agentId + "@example.com", shift.firstDay())
				.inTeams("service")
				.skilled("support", LEVEL)
				.withCapacity(inHand.get(agentId) * weight)
				.workingBy(agentId));
		});
	}

	/**
	 * What each person had, as a part of what they could take: by capacity and by days of
	 * work.
	 */
	Map<String, Double> relative(Map<String, Double> items) {
		Map<String, Integer> inHand = mostInHand();
		Map<String, Double> relative = new HashMap<>();
		this.shifts.forEach((agentId, shift) -> relative.put(agentId, items.getOrDefault(agentId, 0.0)
				/ (inHand.get(agentId) * (ChronoUnit.DAYS.between(shift.firstDay(), shift.lastDay()) + 1))));
		return relative;
	}

	/**
	 * The most cases that each person had in hand at once: from a step of theirs until
	 * somebody else's or the solution.
	 */
	Map<String, Integer> mostInHand() {
		List<Change> changes = new ArrayList<>();
		this.log.cases().values().forEach((steps) -> changes.addAll(changesOf(steps)));
		changes.sort(Comparator.comparing(Change::at).thenComparing(Change::by));
		Map<String, Integer> now = new HashMap<>();
		Map<String, Integer> most = new HashMap<>();
		this.shifts.keySet().forEach((agentId) -> most.put(agentId, 1));
		changes.forEach((change) -> most.merge(change.agentId(), now.merge(change.agentId(), change.by(), Integer::sum),
				Math::max));
		return most;
	}

	private static List<Change> changesOf(List<HelpDeskEvent> steps) {
		List<Change> changes = new ArrayList<>();
		String holder = null;
		for (HelpDeskEvent step : steps) {
			String agentId = agentId(step.resource());
			boolean holds = step.step() == Step.TAKE_UP || step.step() == Step.WAIT;
			if (holder != null && !(holds && holder.equals(agentId))) {
				changes.add(new Change(holder, step.at(), -1));
				holder = null;
			}
			if (holds && holder == null) {
				changes.add(new Change(agentId, step.at(), 1));
				holder = agentId;
			}
		}
		return changes;
	}

	private record Change(String agentId, LocalDateTime at, int by) {
	}

}
