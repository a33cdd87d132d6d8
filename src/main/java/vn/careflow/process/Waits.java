package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.CareDuration;

/**
 * The places where a model waits for a length of business time from the settings.
 */
@Component
class Waits {

	private final List<Wait> all;

	Waits(CareProperties properties) {
		this.all = List.of(
				new Wait(PreSaleCareProcess.KEY, "BoundaryEvent_AdviceOverdue", PreSaleCareProcess.ADVICE_DUE_AT,
						PreSaleCareProcess.TASK_ADVISE_CUSTOMER, null, properties.adviceWithin()),
				new Wait(PostSaleCareProcess.KEY, "Event_CheckInDue", PostSaleCareProcess.CHECK_IN_AT, null,
						PostSaleCareProcess.DELIVERED_ON, properties.checkInAfter()),
				new Wait(PostSaleCareProcess.KEY, "BoundaryEvent_SurveyExpired", PostSaleCareProcess.SURVEY_CLOSES_AT,
						null, null, properties.surveyOpenFor()),
				new Wait(RequestHandlingProcess.KEY, "BoundaryEvent_ReplyOverdue", RequestHandlingProcess.REPLY_DUE_AT,
						null, null, properties.replyWithin()),
				new Wait(RequestHandlingProcess.KEY, "BoundaryEvent_ConfirmationExpired",
						RequestHandlingProcess.CONFIRM_DUE_AT, RequestHandlingProcess.TASK_CONFIRM_RESOLUTION, null,
						properties.confirmWithin()),
				new Wait(CareManagementProcess.KEY, "BoundaryEvent_PlanOverdue", CareManagementProcess.PLAN_DUE_AT,
						CareManagementProcess.TASK_ADJUST_PLAN, null, properties.planWithin()));
	}

	List<Wait> all() {
		return this.all;
	}

	Optional<Wait> at(String processKey, String event) {
		return this.all.stream()
			.filter((wait) -> wait.processKey().equals(processKey) && wait.event().equals(event))
			.findFirst();
	}

	/**
	 * One such place.
	 *
	 * @param processKey the model
	 * @param event the timer
	 * @param dueAt the variable that the timer reads
	 * @param task the task that is due with it, null without one
	 * @param begin the variable from which it counts, null for the moment at which the
	 * timer was made
	 * @param length how long
	 */
	record Wait(String processKey, String event, ProcessVariable<Date> dueAt, @Nullable String task,
			@Nullable ProcessVariable<Date> begin, CareDuration length) {
	}

}
