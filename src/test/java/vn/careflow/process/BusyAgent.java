package vn.careflow.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.NewAppointment;
import vn.careflow.customer.CarePlans;
import vn.careflow.opportunity.NewOrder;
import vn.careflow.opportunity.Orders;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.Escalations;
import vn.careflow.servicelevel.NewNotice;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.Time;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets a person take part in everything that the product knows, so that every kind of
 * responsibility is theirs.
 */
@Component
class BusyAgent {

	private final SmallBusiness business;

	private final CaseRun cases;

	private final Requests requests;

	private final Orders orders;

	private final CarePlans plans;

	private final Appointments appointments;

	private final Escalations escalations;

	private final Staff staff;

	private final TaskService tasks;

	private final FilterService filters;

	private final AuthorizationService authorizations;

	private final JdbcClient jdbc;

	BusyAgent(SmallBusiness business, CaseRun cases, Requests requests, Orders orders, CarePlans plans,
			Appointments appointments, Escalations escalations, Staff staff, TaskService tasks, FilterService filters,
			AuthorizationService authorizations, JdbcClient jdbc) {
		this.business = business;
		this.cases = cases;
		this.requests = requests;
		this.orders = orders;
		this.plans = plans;
		this.appointments = appointments;
		this.escalations = escalations;
		this.staff = staff;
		this.tasks = tasks;
		this.filters = filters;
		this.authorizations = authorizations;
		this.jdbc = jdbc;
	}

	/**
	 * Time passes until the surveys of the first customers are open, about two weeks.
	 * @param agentId who takes part
	 * @param colleagueId whose absence the person shall stand in for
	 * @param teamId a team of both
	 */
	void takesPartInEverything(String agentId, String colleagueId, String teamId) {
		awaitsASurvey(agentId);
		persuades(agentId);
		caresFor(agentId);
		UUID planned = plansToCall(agentId);
		drafts(agentId, teamId, planned);
		Task answer = answers(agentId);
		this.tasks.setOwner(answer.getId(), agentId);
		this.tasks.addCandidateUser(answer.getId(), agentId);
		meets(agentId);
		looksAfterLists(agentId);
		leadsAndStandsIn(agentId, colleagueId, teamId);
		this.escalations.tell(new NewNotice(UUID.randomUUID(), agentId, "NEAR", now()));
		this.jdbc.sql("insert into calendar_link (agent_id, secret_hash, made_at) values (?, ?, current_timestamp)")
			.params(agentId, "hash-of-" + agentId)
			.update();
	}

	private void awaitsASurvey(String agentId) {
		UUID customer = customerOf(agentId);
		this.orders.place(new NewOrder(null, "shop", "DH-" + customer, customer, SmallBusiness.PRODUCT,
				BigDecimal.valueOf(330_000), now()));
		this.cases.settle(customer);
		this.cases.complete(customer, "Task_ThankCustomer", Map.of("deliveredOn", "2026-11-23"));
		this.cases.settle(customer);
		contacted(customer);
		this.cases.timePassesUntil(customer, "Event_CheckInDue");
		contacted(customer);
		ProcessInstance sale = this.cases.running(PostSaleCareProcess.KEY, customer);
		assertThat(this.cases.waitsAt(sale.getId())).contains("Task_AwaitSurvey");
	}

	private void persuades(String agentId) {
		UUID customer = customerOf(agentId);
		this.cases.startedByForm(PreSaleCareProcess.KEY, Map.of("customerReference", this.business.numberOf(customer),
				"need", "internet cho nhà mới", "contactChannel", "CALL"));
		this.cases.settle(customer);
		contacted(customer);
	}

	private void caresFor(String agentId) {
		UUID customer = customerOf(agentId);
		this.plans.request(customer);
		this.cases.settle(customer);
	}

	private UUID plansToCall(String agentId) {
		UUID customer = customerOf(agentId);
		ProcessInstance contact = this.cases.startedByForm(ContactCustomerProcess.KEY,
				Map.of("customerReference", this.business.numberOf(customer), "purpose", "SERVICE", "contactChannel",
						"CALL", "notBefore", "2026-12-22T09:00"));
		return this.cases.caseIdOf(contact.getId());
	}

	private void drafts(String agentId, String teamId, UUID contactId) {
		UUID plan = UUID.randomUUID();
		this.jdbc.sql("""
				insert into day_plan (id, team_id, days, state, requested_by, requested_at)
				values (?, ?, 1, 'PROPOSED', ?, current_timestamp)""").params(plan, teamId, agentId).update();
		this.jdbc
			.sql("""
					insert into day_plan_item (plan_id, item_no, contact_id, customer_id, from_agent_id, from_slot_at,
						proposed_agent_id, proposed_slot_at, reasons, state)
					select ?, 1, id, customer_id, agent_id, slot_at, ?, slot_at, '{}', 'PROPOSED' from contact where id = ?""")
			.params(plan, agentId, contactId)
			.update();
	}

	private Task answers(String agentId) {
		UUID customer = customerOf(agentId);
		this.requests
			.receive(NewRequest.of(customer, RequestKind.COMPLAINT, "Mạng chậm", "Chậm cả ngày", RequestChannel.PHONE)
				.graded(Level.HIGH, Level.MEDIUM));
		this.cases.settle(customer);
		return this.cases.task(customer, RequestHandlingProcess.TASK_ANSWER_REQUEST);
	}

	private void meets(String agentId) {
		UUID id = UUID.randomUUID();
		this.appointments.hold(new NewAppointment(id, customerOf(agentId), agentId, "CALL", ContactPurpose.SERVICE,
				Time.instant("2026-12-22T10:00"), null, null, agentId));
		this.appointments.confirm(id, agentId);
	}

	private void looksAfterLists(String agentId) {
		Filter filter = this.filters.newTaskFilter("Việc gấp của " + agentId);
		filter.setOwner(agentId);
		filter.setQuery(this.tasks.createTaskQuery().taskPriority(90));
		this.filters.saveFilter(filter);
		Authorization right = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		right.setUserId(agentId);
		right.setResource(Resources.DEPLOYMENT);
		right.setResourceId("some-deployment");
		right.addPermission(Permissions.READ);
		this.authorizations.saveAuthorization(right);
	}

	private void leadsAndStandsIn(String agentId, String colleagueId, String teamId) {
		this.staff.registerTeam(new NewTeam(teamId + "-led", "Nhóm nhỏ"));
		this.staff.appointLead(teamId + "-led", agentId);
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), colleagueId, Time.instant("2027-01-04T08:00"),
				Time.instant("2027-01-06T17:00"), agentId, null));
	}

	private void contacted(UUID customer) {
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		this.cases.complete(customer, ContactCustomerProcess.TASK_CARRY_OUT_CONTACT,
				Map.of("contactOutcome", "REACHED", "raisedRequestKind", "NONE"));
		this.cases.settle(customer);
	}

	private UUID customerOf(String agentId) {
		return this.business.customer(SmallBusiness.somebody(), agentId);
	}

	private static Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

}
