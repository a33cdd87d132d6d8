package vn.careflow.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.careflow.assignment.HandOverKind;

/**
 * Every column in which a person's user id can stand, and what it means there. Whoever
 * adds one says here whether the person is responsible by it: then a hand-over has to
 * move it, and nothing of the person may be left in it.
 */
final class PersonColumns {

	/** How columns are called that hold people. */
	private static final Pattern CALLED_LIKE_A_PERSON = Pattern
		.compile(".*(agent|user|assign|owner|actor|recipient|lead|substitut|person|creator|starter|worker|excluded).*"
				+ "|.*_(by|to)_?");

	/** PostgreSQL keeps people apart without it. */
	static final String ON_H2_ONLY = "appointment_cell.person";

	private final Map<String, Meaning> meanings = new TreeMap<>();

	PersonColumns() {
		responsible();
		history();
		own();
		nobody();
	}

	static boolean isCalledLikeAPerson(String column) {
		return CALLED_LIKE_A_PERSON.matcher(column.substring(column.indexOf('.') + 1)).matches();
	}

	Optional<Meaning> of(String column) {
		return Optional.ofNullable(this.meanings.get(column));
	}

	Map<String, Meaning> all() {
		return this.meanings;
	}

	private void responsible() {
		responsible("customer.owner_id", HandOverKind.CUSTOMER, "true");
		responsible("request.agent_id", HandOverKind.REQUEST,
				"status not in ('CLOSED', 'REJECTED', 'WITHDRAWN', 'DUPLICATE')");
		responsible("contact.agent_id", HandOverKind.CONTACT, "state not in ('DONE', 'CANCELLED', 'NOT_POSSIBLE')");
		responsible("appointment.agent_id", HandOverKind.APPOINTMENT,
				"state not in ('DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED')");
		responsible("appointment_booking.person", HandOverKind.APPOINTMENT, "true");
		responsible(ON_H2_ONLY, HandOverKind.APPOINTMENT, "true");
		responsible("open_assignment.agent_id", HandOverKind.OPEN_WORK, "true");
		responsible("team.lead_id", HandOverKind.TEAM_LEAD, "true");
		responsible("absence.substitute_id", HandOverKind.SUBSTITUTE, "ends_at > current_timestamp");
		responsible("notice.recipient_id", HandOverKind.NOTICE, "read_at is null and passed_to is null");
		responsible("calendar_link.agent_id", HandOverKind.CALENDAR_LINK, "true");
		String open = "plan_id in (select id from day_plan where state in ('REQUESTED', 'PROPOSED'))";
		responsible("day_plan_item.chosen_agent_id", HandOverKind.DRAFT, open);
		responsible("day_plan_item.proposed_agent_id", HandOverKind.DRAFT, open + " and chosen_agent_id is null");
		responsible("act_ru_task.assignee_", HandOverKind.TASK, "true");
		responsible("act_ru_task.owner_", HandOverKind.TASK, "true");
		responsible("act_ru_identitylink.user_id_", HandOverKind.TASK, "true");
		responsible("act_ru_variable.text_", HandOverKind.CASE, "name_ in ('agentId', 'leadId', 'bookedBy')");
		responsible("act_ru_filter.owner_", HandOverKind.FILTER, "true");
		responsible("act_ru_authorization.user_id_", HandOverKind.AUTHORIZATION, "resource_type_ <> 1");
	}

	private void history() {
		List.of("absence_cover.from_agent_id", "absence_cover.to_agent_id", "absence_cover.outcome_agent_id",
				"absence_cover.settled_by", "absence_cover.why", "agent_load.agent_id", "assignment.agent_id",
				"assignment.decided_by", "assignment.from_agent_id", "assignment.moved_by", "assignment.summary",
				"assignment.moved_because", "assignment.decision_record", "customer_owner.owner_id",
				"customer_import.submitted_by", "timeline_entry.actor_id", "timeline_entry.summary", "contact.taken_by",
				"contact_attempt.agent_id", "contact_opt_out.recorded_by", "contact_window_rule.recorded_by",
				"contact_quota.recorded_by", "contact_buffer.recorded_by", "register_import.started_by",
				"appointment.booked_by", "appointment_change.agent_id", "appointment_change.changed_by",
				"request_answer.agent_id", "service_clock_entry.actor_id", "notice.passed_to", "waiting_work.excluded",
				"day_plan.requested_by", "day_plan_item.from_agent_id", "day_plan_item.decided_by",
				"hand_over.agent_id", "hand_over.open_agent_id", "hand_over.requested_by", "hand_over.ended_by",
				"hand_over_item.proposed_agent_id", "hand_over_item.chosen_agent_id", "hand_over_item.chosen_by",
				"hand_over_item.to_agent_id", "hand_over_item.ref", "hand_over_item.kept",
				"hand_over_item.proposed_because", "act_hi_actinst.assignee_", "act_hi_attachment.user_id_",
				"act_hi_batch.create_user_id_", "act_ru_batch.create_user_id_", "act_hi_caseinst.create_user_id_",
				"act_hi_comment.user_id_", "act_hi_decinst.user_id_", "act_hi_dec_in.text_", "act_hi_dec_out.text_",
				"act_hi_detail.text_", "act_hi_identitylink.user_id_", "act_hi_identitylink.assigner_id_",
				"act_hi_op_log.user_id_", "act_hi_op_log.new_value_", "act_hi_op_log.org_value_",
				"act_hi_procinst.start_user_id_", "act_hi_taskinst.assignee_", "act_hi_taskinst.owner_",
				"act_hi_varinst.text_", "act_hi_comment.message_")
			.forEach((column) -> this.meanings.put(column, Meaning.HISTORY));
	}

	/** What belongs to the person's own record, as does their account. */
	private void own() {
		List.of("agent.id", "agent.email", "agent.name", "agent_role.agent_id", "agent_skill.agent_id",
				"agent_language.agent_id", "agent_product.agent_id", "agent_customer_group.agent_id",
				"team_member.agent_id", "waiting_work_news.agent_id", "absence.agent_id", "act_id_user.id_",
				"act_id_user.email_", "act_id_user.first_", "act_id_user.last_", "act_id_membership.user_id_",
				"act_id_info.user_id_", "act_id_tenant_member.user_id_", "act_ru_authorization.resource_id_")
			.forEach((column) -> this.meanings.put(column, Meaning.OWN));
	}

	/**
	 * What is called like a person and is none: a node, a time, a text that others made.
	 */
	private void nobody() {
		List.of("customer_import.claimed_by", "act_ru_job.lock_owner_", "act_ru_ext_task.worker_id_",
				"act_hi_ext_task_log.worker_id_", "act_ru_filter.name_", "appointment_kind.remind_agent")
			.forEach((column) -> this.meanings.put(column, Meaning.NOBODY));
	}

	private void responsible(String column, HandOverKind kind, String whileItLasts) {
		this.meanings.put(column, new Meaning("responsible", kind, whileItLasts));
	}

	/**
	 * What a person in a column means.
	 *
	 * @param word responsible, history, own or nobody
	 * @param kind what is handed over, where the person is responsible by it
	 * @param whileItLasts the rows by which a person is responsible
	 */
	record Meaning(String word, @Nullable HandOverKind kind, String whileItLasts) {

		static final Meaning HISTORY = new Meaning("history", null, "false");

		static final Meaning OWN = new Meaning("own", null, "false");

		static final Meaning NOBODY = new Meaning("nobody", null, "false");

		boolean isResponsible() {
			return this.kind != null;
		}

	}

}
