package vn.careflow.console;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.careflow.opportunity.CustomerOrder;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Opportunity;
import vn.careflow.opportunity.Orders;
import vn.careflow.planning.DayPlan;
import vn.careflow.planning.DayPlans;
import vn.careflow.planning.PlanSummary;
import vn.careflow.process.CaseTask;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;
import vn.careflow.staff.Team;

/**
 * Says in a person's words what a task is about, whichever model it comes from.
 */
@Component
class CaseSubjects {

	private static final Subject UNKNOWN = new Subject("", "");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

	private final Requests requests;

	private final Opportunities opportunities;

	private final Orders orders;

	private final AppointmentChoices appointments;

	private final DayPlans plans;

	private final HandOverFacts handOvers;

	private final Staff staff;

	CaseSubjects(Requests requests, Opportunities opportunities, Orders orders, AppointmentChoices appointments,
			DayPlans plans, HandOverFacts handOvers, Staff staff) {
		this.appointments = appointments;
		this.requests = requests;
		this.opportunities = opportunities;
		this.orders = orders;
		this.plans = plans;
		this.handOvers = handOvers;
		this.staff = staff;
	}

	Subject of(CaseTask task) {
		return switch (task.processKey()) {
			case "request-handling" -> request(task).map(CaseSubjects::describe).orElse(UNKNOWN);
			case "escalation" -> escalated(task);
			case "pre-sale-care" -> opportunity(task).orElse(UNKNOWN);
			case "post-sale-care" ->
				task.caseUuid().flatMap(this.orders::find).map(CaseSubjects::describe).orElse(UNKNOWN);
			case "contact-customer" -> contact(task);
			case "appointment" -> this.appointments.subjectOf(task);
			case "care-management" -> careCycle(task);
			case "plan-day" -> task.caseUuid().flatMap(this.plans::find).map(this::describe).orElse(UNKNOWN);
			case "hand-over" -> this.handOvers.subjectOf(task);
			case "cover-absence" -> absence(task);
			default -> UNKNOWN;
		};
	}

	private Subject absence(CaseTask task) {
		String name = task.code("absentAgentId").flatMap(this.staff::find).map(Agent::name).orElse("");
		return task.caseUuid()
			.flatMap(this.staff.directory()::absence)
			.map((absence) -> new Subject("%s trở lại sau kỳ vắng mặt".formatted(name),
					"Vắng từ %s đến %s.".formatted(moment(absence.from()), moment(absence.to()))))
			.orElse(UNKNOWN);
	}

	private String moment(Instant at) {
		return MOMENT.format(at.atZone(this.staff.directory().zone()));
	}

	/** The customer of a case whose variables do not name one. */
	Optional<UUID> customerOf(CaseTask task) {
		return request(task).map(Request::customerId);
	}

	private Optional<Request> request(CaseTask task) {
		return task.caseUuid().flatMap(this.requests::find);
	}

	private Optional<Subject> opportunity(CaseTask task) {
		return task.caseUuid().flatMap(this.opportunities::find).map(CaseSubjects::describe);
	}

	/** Deadlines are missed by requests, by advice and by care cycles. */
	private Subject escalated(CaseTask task) {
		return request(task).map(CaseSubjects::describe).or(() -> opportunity(task)).orElseGet(() -> careCycle(task));
	}

	private static Subject describe(Request request) {
		return new Subject("%s · %s".formatted(request.number(), request.subject()),
				"%s, ưu tiên %s, %s. %s".formatted(Labels.of(request.kind()), Labels.of(request.priority()),
						Labels.of(request.status()), request.description()));
	}

	private static Subject describe(Opportunity opportunity) {
		return new Subject("Cơ hội bán hàng", opportunity.need());
	}

	private static Subject describe(CustomerOrder order) {
		return new Subject("Đơn hàng " + order.externalId(), Optional.ofNullable(order.product()).orElse(""));
	}

	private Subject describe(DayPlan plan) {
		String team = this.staff.directory().team(plan.teamId()).map(Team::name).orElse(plan.teamId());
		PlanSummary summary = plan.summary();
		String figures = (summary == null) ? ""
				: ("Xét %d lần liên hệ: đổi %d, giữ nguyên %d, chưa xếp được %d. "
						+ "Vi phạm quy định: %d → %d. Chi phí chờ đợi và bất tiện: %d phút; xếp lần lượt: %d phút.")
					.formatted(summary.contacts(), summary.moved(), summary.unchanged(), summary.withoutPlace(),
							summary.before().brokenRules(), summary.plan().brokenRules(), summary.plan().cost(),
							summary.trivial().cost());
		return new Subject("Kế hoạch %d ngày làm việc, nhóm %s".formatted(plan.days(), team), figures);
	}

	private Subject contact(CaseTask task) {
		String reason = Labels.ofContactReason(task.code("contactReason").orElse(""));
		String channel = Labels.ofChannel(task.code("contactChannel").orElse("CALL"));
		return new Subject(reason, "Kênh: " + channel);
	}

	private Subject careCycle(CaseTask task) {
		List<Request> open = task.uuid("customerId").map(this.requests::openOf).orElse(List.of());
		String detail = open.isEmpty() ? "Không có yêu cầu nào đang mở." : open.stream()
			.map((request) -> "%s %s (%s)".formatted(request.number(), request.subject(), Labels.of(request.status())))
			.collect(Collectors.joining("; ", "Yêu cầu đang mở: ", "."));
		return new Subject("Kỳ chăm sóc khách hàng", detail);
	}

	/**
	 * What a task is about.
	 *
	 * @param title one line
	 * @param detail more, may be empty
	 */
	record Subject(String title, String detail) {
	}

}
