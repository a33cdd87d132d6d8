package vn.careflow.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOvers;
import vn.careflow.calendar.CareDuration;
import vn.careflow.process.CaseHands;
import vn.careflow.process.OpenTask;
import vn.careflow.process.OpenTaskSearch;
import vn.careflow.process.OpenTasks;
import vn.careflow.process.Rehearsal;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.Staff;
import vn.careflow.staff.WorkCalendars;

/**
 * Work that changes hands: given back, moved by the lead, covered by a substitute, left
 * behind by who leaves.
 */
@Component
@Profile("demo")
class DemoHands {

	private static final int MOST = 200;

	private final CaseHands hands;

	private final OpenTasks tasks;

	private final HandOvers handOvers;

	private final Requests requests;

	private final Staff staff;

	private final WorkCalendars calendars;

	private final Rehearsal rehearsal;

	private final Clock clock;

	DemoHands(CaseHands hands, OpenTasks tasks, HandOvers handOvers, Requests requests, Staff staff,
			WorkCalendars calendars, Rehearsal rehearsal, Clock clock) {
		this.hands = hands;
		this.tasks = tasks;
		this.handOvers = handOvers;
		this.requests = requests;
		this.staff = staff;
		this.calendars = calendars;
		this.rehearsal = rehearsal;
		this.clock = clock;
	}

	/** Whoever has the customer's request gives it back, and somebody else gets it. */
	void giveBack(UUID customer, String why) {
		UUID request = requestOf(customer);
		this.tasks.list(new OpenTaskSearch(null, false, null), 0, MOST, DemoPeople.HUNG)
			.stream()
			.map(OpenTask::task)
			.filter((task) -> task.assignee() != null && task.caseUuid().filter(request::equals).isPresent())
			.findFirst()
			.ifPresent((task) -> this.hands.giveBack(task.id(), task.assignee(), why));
		this.rehearsal.settle();
	}

	/** The lead moves the customer's request. */
	void reassign(UUID customer, String to, String why) {
		this.hands.reassign(requestOf(customer), to, DemoPeople.HUNG, why);
		this.rehearsal.settle();
	}

	/** Somebody is away until tomorrow, and a colleague stands in. */
	void callInSick(String agentId, String substituteId) {
		Instant now = this.clock.instant();
		Instant back = this.calendars.named("service").add(now, CareDuration.parse("2wd"));
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), agentId, now, back, substituteId, "Ốm"));
		this.rehearsal.settle();
	}

	/** Somebody leaves in two weeks, and the lead begins to hand over what they have. */
	void leave(String agentId) {
		LocalDate lastDay = LocalDate.now(this.clock).plusWeeks(2);
		this.handOvers.request(UUID.randomUUID(), agentId, "Chuyển về quê làm việc", lastDay, DemoPeople.HUNG);
	}

	private UUID requestOf(UUID customer) {
		return this.requests.openOf(customer).stream().map(Request::id).findFirst().orElseThrow();
	}

}
