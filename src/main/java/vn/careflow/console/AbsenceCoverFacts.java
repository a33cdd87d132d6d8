package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.contact.Appointment;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.Contact;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.CarePlans;
import vn.careflow.customer.Customers;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Orders;
import vn.careflow.process.CaseTask;
import vn.careflow.process.FormFacts;
import vn.careflow.request.Requests;
import vn.careflow.staff.AbsenceCover;
import vn.careflow.staff.AbsenceCovers;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * What a team lead reads about each piece of work that changed hands during an absence:
 * what it is, who has it, since when and why.
 */
@Component
class AbsenceCoverFacts implements FormFacts {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm EEE dd/MM",
			Locale.forLanguageTag("vi-VN"));

	private final AbsenceCovers covers;

	private final AgentAssignment assignment;

	private final Staff staff;

	private final Works works;

	private final Clock clock;

	AbsenceCoverFacts(AbsenceCovers covers, AgentAssignment assignment, Staff staff, Works works, Clock clock) {
		this.covers = covers;
		this.assignment = assignment;
		this.staff = staff;
		this.works = works;
		this.clock = clock;
	}

	@Override
	public Map<String, Object> about(CaseTask task) {
		return task.processKey().equals("cover-absence") ? task.caseUuid()
			.map((absenceId) -> Map.<String, Object>of("coverRows", rows(absenceId)))
			.orElse(Map.of()) : Map.of();
	}

	private String rows(UUID absenceId) {
		return this.covers.openOf(absenceId).stream().map(this::row).collect(Collectors.joining("\n\n"));
	}

	private String row(AbsenceCover cover) {
		return "**%d.** %s\nđang do **%s** làm, từ %s\n*%s*".formatted(cover.no(), this.works.title(cover),
				name(holder(cover)), moment(cover.coveredAt()), Markdown.plain(cover.why()));
	}

	private @Nullable String holder(AbsenceCover cover) {
		Optional<AssignmentDecision> latest = this.assignment.decisionFor(cover.caseId())
			.filter((decision) -> decision.endedAt().isEmpty());
		return latest.isPresent() ? latest.get().agentId().orElse(null) : cover.toAgentId();
	}

	private String name(@Nullable String agentId) {
		return (agentId != null) ? Markdown.plain(this.staff.find(agentId).map(Agent::name).orElse(agentId))
				: "hàng đợi của nhóm";
	}

	private String moment(Instant at) {
		return MOMENT.format(at.atZone(this.clock.getZone()));
	}

	/**
	 * The titles of work of any kind, with the customer.
	 */
	@Component
	static class Works {

		private final Customers customers;

		private final Requests requests;

		private final Contacts contacts;

		private final Opportunities opportunities;

		private final Orders orders;

		private final CarePlans cycles;

		private final Appointments appointments;

		private final Clock clock;

		Works(Customers customers, Requests requests, Contacts contacts, Opportunities opportunities, Orders orders,
				CarePlans cycles, Appointments appointments, Clock clock) {
			this.customers = customers;
			this.requests = requests;
			this.contacts = contacts;
			this.opportunities = opportunities;
			this.orders = orders;
			this.cycles = cycles;
			this.appointments = appointments;
			this.clock = clock;
		}

		String title(AbsenceCover cover) {
			UUID id = cover.caseId();
			return switch (cover.workKind()) {
				case "REQUEST" -> this.requests.find(id)
					.map((request) -> titled("%s %s (ưu tiên %s)".formatted(request.number(), request.subject(),
							Labels.of(request.priority())), request.customerId()))
					.orElse("Yêu cầu");
				case "CONTACT" -> this.contacts.find(id).map(this::contact).orElse("Liên hệ");
				case "APPOINTMENT" -> this.appointments.find(id).map(this::appointment).orElse("Lịch hẹn");
				case "OPPORTUNITY" -> this.opportunities.find(id)
					.map((opportunity) -> titled("Cơ hội bán hàng", opportunity.customerId()))
					.orElse("Cơ hội bán hàng");
				case "ORDER" -> this.orders.find(id)
					.map((order) -> titled("Đơn hàng " + order.externalId(), order.customerId()))
					.orElse("Đơn hàng");
				default -> this.cycles.find(id)
					.map((cycle) -> titled("Kỳ chăm sóc khách hàng", cycle.customerId()))
					.orElse("Kỳ chăm sóc khách hàng");
			};
		}

		private String contact(Contact contact) {
			Instant slot = contact.slotAt();
			String when = (slot != null) ? ", hẹn " + MOMENT.format(slot.atZone(this.clock.getZone())) : "";
			return titled(Labels.ofContactReason(contact.reason().name()) + when, contact.customerId());
		}

		private String appointment(Appointment appointment) {
			return titled("Lịch hẹn " + MOMENT.format(appointment.startsAt().atZone(this.clock.getZone())),
					appointment.customerId());
		}

		private String titled(String title, UUID customerId) {
			return this.customers.find(customerId)
				.map((customer) -> "%s · **%s** (%s)".formatted(Markdown.plain(title), Markdown.plain(customer.name()),
						customer.number()))
				.orElse(Markdown.plain(title));
		}

	}

}
