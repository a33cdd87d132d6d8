package vn.careflow.helpdesk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

import vn.careflow.assignment.HandOvers;
import vn.careflow.testsupport.Time;

/**
 * Lets the people of the log leave after their last step, each by a hand-over that the
 * lead accepts; those who were there to the end stay.
 */
final class HelpDeskLeavers {

	private static final int STAYED_DAYS = 30;

	private final HandOvers handOvers;

	private final ProcessEngine engine;

	private final Deque<Map.Entry<String, LocalDate>> leavers = new ArrayDeque<>();

	private final Map<String, UUID> handOverIds = new LinkedHashMap<>();

	HelpDeskLeavers(HelpDeskStaff people, HandOvers handOvers, ProcessEngine engine, HelpDeskLog log) {
		this.handOvers = handOvers;
		this.engine = engine;
		LocalDate end = log.events().get(log.events().size() - 1).at().toLocalDate();
		people.shifts()
			.entrySet()
			.stream()
			.map((one) -> Map.entry(one.getKey(), one.getValue().lastDay()))
			.filter((one) -> one.getValue().isBefore(end.minusDays(STAYED_DAYS)))
			.sorted(Comparator.comparing((Map.Entry<String, LocalDate> one) -> one.getValue())
				.thenComparing(Map.Entry::getKey))
			.forEach(this.leavers::add);
	}

	/** The hand-over of each person who has left. */
	Map<String, UUID> handOverIds() {
		return Map.copyOf(this.handOverIds);
	}

	/** Lets those go whose last day ended before a step. */
	void letGoBefore(LocalDateTime step, HelpDeskPlayer player) {
		while (!this.leavers.isEmpty() && this.leavers.peek().getValue().isBefore(step.toLocalDate())) {
			Map.Entry<String, LocalDate> leaver = this.leavers.remove();
			player.moveTo(leaver.getValue().atTime(23, 0).atZone(Time.ZONE).toInstant());
			letGo(leaver.getKey(), leaver.getValue());
			player.moveTo(leaver.getValue().plusDays(1).atTime(0, 1).atZone(Time.ZONE).toInstant());
		}
	}

	private void letGo(String agentId, LocalDate lastDay) {
		UUID id = UUID.randomUUID();
		this.handOvers.request(id, agentId, "Nghỉ việc", lastDay, HelpDeskStaff.LEAD);
		this.handOverIds.put(agentId, id);
		JobsAtRest.workOff(this.engine.getManagementService());
		Task review = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(id.toString())
			.taskDefinitionKey("Task_ReviewHandOver")
			.singleResult();
		Map<String, Object> form = new HashMap<>(Map.of("handOverDecision", "ACCEPT_ALL"));
		if (this.handOvers.unsettled(id) > 0) {
			form.put("remainderAgentId", HelpDeskStaff.LEAD);
		}
		this.engine.getTaskService().complete(review.getId(), form);
		JobsAtRest.workOff(this.engine.getManagementService());
	}

}
