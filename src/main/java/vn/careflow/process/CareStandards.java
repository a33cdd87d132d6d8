package vn.careflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

/**
 * The standard of conduct for a task, as the short script that the agent reads (table
 * {@code care-standard}).
 */
@Service
public class CareStandards {

	private static final Map<String, String> BY_TASK = Map.of(PreSaleCareProcess.TASK_ADVISE_CUSTOMER, "ADVISE",
			PostSaleCareProcess.TASK_THANK_CUSTOMER, "THANK", PostSaleCareProcess.TASK_MAKE_OFFER, "OFFER",
			CareManagementProcess.TASK_ADJUST_PLAN, "CARE_CALL", CareManagementProcess.TASK_REVIEW_REQUESTS,
			"REQUEST_FOLLOW_UP");

	private final Decisions decisions;

	CareStandards(Decisions decisions) {
		this.decisions = decisions;
	}

	/** The script for a task with a customer of this group. */
	public String scriptFor(CaseTask task, String customerGroup) {
		return this.decisions.text("care-standard",
				Map.of("standardFor", standardFor(task), "customerGroup", customerGroup), "script");
	}

	/**
	 * The care policies in force for a group on a day (table {@code care-policy}): the
	 * promotion of these weeks, if there is one, before the lasting policy.
	 */
	public List<String> policiesFor(String customerGroup, Instant at) {
		return Stream.of("SHORT", "LONG")
			.map((term) -> this.decisions.decide("care-policy",
					Map.of("customerGroup", customerGroup, "policyTerm", term, "validOn", Date.from(at))))
			.filter((policy) -> !String.valueOf(policy.get("policyCode")).endsWith("-NONE"))
			.map((policy) -> String.valueOf(policy.get("policySummary")))
			.toList();
	}

	private static String standardFor(CaseTask task) {
		return switch (task.processKey()) {
			case ContactCustomerProcess.KEY -> task.code("contactReason").orElse("OTHER");
			case RequestHandlingProcess.KEY -> "ANSWER_" + task.code("requestKind").orElse("SUPPORT");
			default -> BY_TASK.getOrDefault(task.element(), "OTHER");
		};
	}

}
