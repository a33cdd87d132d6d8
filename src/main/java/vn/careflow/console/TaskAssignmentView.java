package vn.careflow.console;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.assignment.CandidateReason;
import vn.careflow.console.Colleagues.Colleague;

/**
 * Who has a task and why, and what the person who asks may do with it.
 *
 * @param workItemId the case
 * @param agentId who has it, or null for nobody
 * @param agentName what people call them
 * @param why a sentence, in Vietnamese
 * @param decidedAt when it was decided last, in the time of this installation
 * @param decidedBy who decided by hand, or null for the rules
 * @param decidedByName what people call them
 * @param rulesVersion the version of the rules in force then
 * @param aboutCase whether all of it is about who has the case and not about this task,
 * which is a decision of somebody else
 * @param history how the case went from hand to hand, the latest first
 * @param mayGiveBack whether who asks may give it back to the rules
 * @param mayPassOn whether who asks may pass it on to a colleague
 * @param mayReassign whether who asks may take it from whoever has it and give it to
 * somebody else
 * @param colleagues whom it could be given to
 * @param consideredAt when the rules last looked at everybody
 * @param candidates how the rules saw each person then; null for who is not to see it
 */
record TaskAssignmentView(@Nullable UUID workItemId, @Nullable String agentId, @Nullable String agentName, String why,
		@Nullable OffsetDateTime decidedAt, @Nullable String decidedBy, @Nullable String decidedByName,
		@Nullable String rulesVersion, boolean aboutCase, List<Hand> history, boolean mayGiveBack, boolean mayPassOn,
		boolean mayReassign, List<Colleague> colleagues, @Nullable OffsetDateTime consideredAt,
		@Nullable List<CandidateReason> candidates) {

	/**
	 * One change of hands.
	 *
	 * @param from the user id of who had it, or null for nobody
	 * @param to the user id of who got it, or null for nobody
	 * @param why a sentence, in Vietnamese
	 * @param by who decided or asked for it, or null for the rules alone
	 * @param at when, in the time of this installation
	 */
	record Hand(@Nullable String from, @Nullable String fromName, @Nullable String to, @Nullable String toName,
			String why, @Nullable String by, @Nullable String byName, OffsetDateTime at) {
	}

}
