package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.careflow.staff.Absence;
import vn.careflow.staff.AbsenceCancelled;
import vn.careflow.staff.AbsenceChanged;
import vn.careflow.staff.AbsenceEntered;
import vn.careflow.staff.Staff;

/**
 * Has work covered while somebody is absent, and lets that follow when the absence
 * changes or is cancelled. In the same transaction, so that a timer never disagrees with
 * the absence.
 */
@Component
class AbsenceNews {

	private static final List<String> TIMERS = List.of(CoverAbsenceProcess.EVENT_ABSENCE_BEGINS,
			CoverAbsenceProcess.EVENT_LOOK_AGAIN);

	private final Staff staff;

	private final CareProcesses processes;

	private final CareMessages messages;

	private final TimedWork work;

	private final RuntimeService runtime;

	private final CareTimes times;

	AbsenceNews(Staff staff, CareProcesses processes, CareMessages messages, TimedWork work, RuntimeService runtime,
			CareTimes times) {
		this.staff = staff;
		this.processes = processes;
		this.messages = messages;
		this.work = work;
		this.runtime = runtime;
		this.times = times;
	}

	@EventListener
	void on(AbsenceEntered event) {
		if (!CaseKeys.isWorkingOn(event.absenceId())) {
			toCome(event.absenceId()).ifPresent((absence) -> this.processes.startCoverAbsence(absence.id()));
		}
	}

	/** Whatever changed, there is something new to look at. */
	@EventListener
	void on(AbsenceChanged event) {
		List<ProcessInstance> running = running(event.absenceId());
		if (running.isEmpty()) {
			toCome(event.absenceId()).ifPresent((absence) -> this.processes.startCoverAbsence(absence.id()));
			return;
		}
		this.staff.directory()
			.absence(event.absenceId())
			.ifPresent((absence) -> running.forEach((instance) -> follow(absence, instance.getId())));
	}

	@EventListener
	void on(AbsenceCancelled event) {
		this.messages.tellCase(CoverAbsenceProcess.MESSAGE_ABSENCE_CANCELLED, event.absenceId());
	}

	private void follow(Absence absence, String instanceId) {
		this.work.tell(instanceId,
				Map.of(CoverAbsenceProcess.ABSENT_FROM.name(), Date.from(absence.from()),
						CoverAbsenceProcess.ABSENT_TO.name(), Date.from(absence.to()),
						CoverAbsenceProcess.LOOK_AGAIN_AT.name(), Date.from(this.times.now())));
		TIMERS.forEach((event) -> this.work.moveTimers(instanceId, event));
	}

	/** What is over needs nobody to stand in. */
	private Optional<Absence> toCome(UUID absenceId) {
		Instant now = this.times.now();
		return this.staff.directory().absence(absenceId).filter((absence) -> absence.to().isAfter(now));
	}

	private List<ProcessInstance> running(UUID absenceId) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(CoverAbsenceProcess.KEY)
			.processInstanceBusinessKey(absenceId.toString())
			.list();
	}

}
