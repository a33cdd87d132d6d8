package vn.careflow.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;
import vn.careflow.opportunity.Product;
import vn.careflow.opportunity.Products;
import vn.careflow.request.RequestStatus;
import vn.careflow.request.Requests;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class FormContractProcessTests {

	private static final String ANSWER = RequestHandlingProcess.TASK_ANSWER_REQUEST;

	private static final String SECRET = "số thẻ 9704-3218";

	/** The columns of the engine's tables in which a text might stay. */
	private static final Map<String, String> TEXTS = Map.of("act_ru_variable", "text_", "act_hi_varinst", "text_",
			"act_hi_comment", "message_", "act_hi_detail", "text_", "act_hi_op_log", "new_value_", "act_hi_taskinst",
			"description_");

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	ServiceDesk desk;

	@Autowired
	CaseRun cases;

	@Autowired
	Requests requests;

	@Autowired
	Customers customers;

	@Autowired
	Products products;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	IdentityService identity;

	@Autowired
	ObjectMapper mapper;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@ParameterizedTest
	@EnumSource
	void refusesBadValuesHoweverATaskIsCompletedAndChangesNothing(WayToComplete way) {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);
		Task task = this.cases.task(customer, ANSWER);
		List<Map<String, Object>> bad = List.of(Map.of(), with("nextStep", "CLOSED"), with("agentId", "somebody"),
				with("resolutionDueAt", "2030-01-01T00:00"), with("rootCause", "PROCESS"), with("answer", 42));

		assertThat(bad).allSatisfy((values) -> assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> way.complete(this.tasks, this.forms, task.getId(), values)));

		assertThat(this.cases.task(customer, ANSWER).getId()).isEqualTo(task.getId());
		assertThat(this.requests.answersOf(request)).isEmpty();
		assertThat(this.desk.request(request).status()).isEqualTo(RequestStatus.ASSIGNED);
		ProcessInstance instance = this.cases.running(RequestHandlingProcess.KEY, customer);
		assertThat(this.cases.variables(instance.getId())).containsEntry("agentId", ServiceDesk.LAN)
			.doesNotContainKeys("nextStep", "rootCause", "answer");
	}

	@ParameterizedTest
	@EnumSource
	void acceptsGoodValuesHoweverATaskIsCompleted(WayToComplete way) {
		UUID customer = this.desk.customer();
		UUID request = handled(customer);

		way.complete(this.tasks, this.forms, this.cases.task(customer, ANSWER).getId(),
				Map.of("answer", "Xin gửi ảnh", "nextStep", "WAIT_FOR_CUSTOMER"));

		assertThat(this.requests.answersOf(request)).hasSize(1);
	}

	@Test
	void refusesVariablesBesideTheForm() {
		UUID customer = this.desk.customer();
		handled(customer);
		String task = this.cases.task(customer, ANSWER).getId();
		Map<String, Object> agent = Map.of("agentId", "somebody");

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> this.tasks.resolveTask(task, agent));
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.tasks.handleBpmnError(task, "anyError", "", agent));
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.tasks.handleEscalation(task, "anyEscalation", agent));

		assertThat(this.cases.task(customer, ANSWER).getAssignee()).isEqualTo(ServiceDesk.LAN);
	}

	@Test
	void refusesBadValuesInAStartFormAndStartsNothing() {
		UUID customer = this.desk.customer();
		ProcessDefinition model = model(RequestHandlingProcess.KEY);
		Map<String, Object> bad = new HashMap<>(start(customer));
		bad.put("impact", "EXTREME");
		Map<String, Object> foreign = new HashMap<>(start(customer));
		foreign.put("customerId", UUID.randomUUID().toString());

		assertThatExceptionOfType(FormRejected.class).isThrownBy(() -> this.forms.submitStartForm(model.getId(), bad))
			.withMessageContaining("EXTREME");
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.forms.submitStartForm(model.getId(), foreign));
		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.forms.submitStartForm(model.getId(), "my-own-key", start(customer)));

		assertThat(this.requests.openOf(customer)).isEmpty();
		assertThat(this.cases.isRunning(RequestHandlingProcess.KEY, customer)).isFalse();
	}

	@Test
	void leavesFreeTextNowhereInTheEngine() {
		UUID customer = this.desk.customer();
		Map<String, Object> start = new HashMap<>(start(customer));
		start.put("subject", SECRET);
		start.put("description", SECRET);
		ProcessInstance handling = this.cases.startedByForm(RequestHandlingProcess.KEY, start);
		this.cases.settle(customer);
		UUID request = this.cases.caseIdOf(handling.getId());
		this.cases.startedByForm(EscalationProcess.KEY,
				Map.of("caseReference", this.desk.request(request).number(), "escalationReason", SECRET));
		this.cases.complete(customer, EscalationProcess.TASK_DECIDE_OVERDUE_CASE,
				Map.of("leadDecision", "KEEP", "decisionNote", SECRET));
		this.forms.submitTaskForm(this.cases.task(customer, ANSWER).getId(),
				Map.of("answer", SECRET, "nextStep", "RESOLVED", "rootCause", "PROCESS", "resolution", SECRET));
		this.cases.settle(customer);
		assertNowhere(SECRET);
		this.cases.complete(customer, RequestHandlingProcess.TASK_CONFIRM_RESOLUTION,
				Map.of("confirmation", "SOLVED", "confirmationNote", SECRET));
		this.cases.settle(customer);
		this.cases.startedByForm(CareManagementProcess.KEY,
				Map.of("customerReference", this.customers.get(customer).number(), "cycleNote", SECRET));
		this.cases.settle(customer);
		this.cases.complete(customer, CareManagementProcess.TASK_ADJUST_PLAN,
				Map.of("contactWanted", true, "contactChannel", "CALL", "customerNeed", SECRET, "planNote", SECRET));
		assertNowhere(SECRET);
		this.cases.timePassesUntil(customer, ContactCustomerProcess.EVENT_SLOT_REACHED);
		this.cases.complete(customer, ContactCustomerProcess.TASK_CARRY_OUT_CONTACT, Map.of("contactOutcome", "REACHED",
				"raisedRequestKind", "SUPPORT", "raisedRequestSubject", SECRET, "contactNote", SECRET));
		this.cases.complete(customer, CareManagementProcess.TASK_REVIEW_REQUESTS,
				Map.of("followUpChannel", "CALL", "reviewNote", SECRET));

		assertThat(this.requests.answersOf(request)).singleElement()
			.satisfies((sent) -> assertThat(sent.body()).isEqualTo(SECRET));
		assertThat(this.desk.request(request).cycle().resolution()).isEqualTo(SECRET);
		assertNowhere(SECRET);
		assertNowhere(this.customers.get(customer).number());
	}

	@Test
	void showsThePersonWhatTheCaseIsAboutWithoutKeepingItInTheCase() {
		UUID customerId = this.desk.customer();
		UUID request = handled(customerId);
		Customer customer = this.customers.get(customerId);
		String task = this.cases.task(customerId, ANSWER).getId();

		Map<String, Object> shown = this.forms.getTaskFormVariables(task);

		assertThat(shown).containsEntry("customerName", customer.name())
			.containsEntry("customerNumber", customer.number())
			.containsEntry("requestKind", "COMPLAINT");
		assertThat(shown.get("caseTitle")).asString().contains(this.desk.request(request).number(), "Thái độ phục vụ");
		assertThat(shown.get("deadlineText")).asString().startsWith("14:30");
		assertThat(shown.get("historyText")).asString().contains(this.desk.request(request).number());
		assertThat(shown.get("script")).asString().isNotBlank();
		assertThat(shown.get("whyYou")).asString().isNotBlank();
		assertThat(this.forms.getTaskFormVariables(task, List.of("requestKind"), false)).containsKey("customerName");
		assertThat(this.tasks.getVariables(task)).doesNotContainKeys("customerName", "customerPhone", "caseTitle",
				"whyYou", "script");
		assertNowhere(customer.name());
	}

	@Test
	void fillsTheOptionsThatAreDataIntoTheServedForms() throws IOException {
		this.products.keep(new Product("FORM-TEST", "Gói thử biểu mẫu", null, true));
		UUID customer = this.desk.customerWhomNobodyUnderstands();
		handled(customer);
		String task = this.cases.task(customer, RequestHandlingProcess.TASK_ASSIGN_BY_HAND).getId();

		JsonNode taskForm = this.mapper.readTree(this.forms.getDeployedTaskForm(task));
		JsonNode startForm = this.mapper
			.readTree(this.forms.getDeployedStartForm(model(RequestHandlingProcess.KEY).getId()));

		assertThat(options(taskForm, "newAgentId")).containsEntry(ServiceDesk.LAN, "Nguyễn Thị Lan");
		assertThat(options(startForm, "product")).containsEntry("FORM-TEST", "Gói thử biểu mẫu");
		assertThat(options(startForm, "impact")).containsOnlyKeys("HIGH", "MEDIUM", "LOW");
	}

	@Test
	void refusesWhoMayNotWorkOnATaskBeforeTellingWhatItsFormAsksFor() {
		UUID customer = this.desk.customer();
		handled(customer);
		String task = this.cases.task(customer, ANSWER).getId();

		this.identity.setAuthenticatedUserId("a.stranger");
		try {
			assertThatExceptionOfType(AuthorizationException.class)
				.isThrownBy(() -> this.tasks.complete(task, Map.of("horoscope", "yes")));
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	@Test
	void refusesSomebodyWhoIsNoOption() {
		UUID customer = this.desk.customerWhomNobodyUnderstands();
		handled(customer);

		assertThatExceptionOfType(FormRejected.class)
			.isThrownBy(() -> this.cases.complete(customer, RequestHandlingProcess.TASK_ASSIGN_BY_HAND,
					Map.of("newAgentId", "nobody.here", "assignmentReason", "thử xem")))
			.withMessageContaining("nobody.here");
	}

	private UUID handled(UUID customer) {
		UUID request = this.desk.complaintOf(customer);
		this.cases.settle(customer);
		return request;
	}

	private Map<String, Object> start(UUID customer) {
		return Map.of("customerReference", this.customers.get(customer).number(), "requestKind", "COMPLAINT",
				"requestChannel", "PHONE", "subject", "Hoá đơn", "description", "Sai số tiền", "impact", "HIGH",
				"urgency", "HIGH");
	}

	private static Map<String, Object> with(String name, Object value) {
		Map<String, Object> values = new HashMap<>(Map.of("answer", "Xin gửi ảnh", "nextStep", "WAIT_FOR_CUSTOMER"));
		values.put(name, value);
		return values;
	}

	private ProcessDefinition model(String key) {
		return this.cases.latest(key);
	}

	private void assertNowhere(String text) {
		TEXTS.forEach((table,
				column) -> assertThat(
						this.jdbc.sql("select count(*) from %s where %s like :text".formatted(table, column))
							.param("text", "%" + text + "%")
							.query(Long.class)
							.single())
					.as("«%s» in %s", text, table)
					.isZero());
	}

	private static Map<String, String> options(JsonNode node, String key) {
		Map<String, String> options = new HashMap<>();
		for (JsonNode component : node.path("components")) {
			options.putAll(options(component, key));
			if (key.equals(component.path("key").asText())) {
				component.path("values")
					.forEach((value) -> options.put(value.path("value").asText(), value.path("label").asText()));
			}
		}
		return options;
	}

	/** Every way in which a program may complete a task. */
	enum WayToComplete {

		COMPLETE {
			@Override
			void complete(TaskService tasks, FormService forms, String task, Map<String, Object> values) {
				tasks.complete(task, values);
			}
		},
		COMPLETE_WITH_VARIABLES_IN_RETURN {
			@Override
			void complete(TaskService tasks, FormService forms, String task, Map<String, Object> values) {
				tasks.completeWithVariablesInReturn(task, values, false);
			}
		},
		SUBMIT {
			@Override
			void complete(TaskService tasks, FormService forms, String task, Map<String, Object> values) {
				forms.submitTaskForm(task, values);
			}
		},
		SUBMIT_WITH_VARIABLES_IN_RETURN {
			@Override
			void complete(TaskService tasks, FormService forms, String task, Map<String, Object> values) {
				forms.submitTaskFormWithVariablesInReturn(task, values, false);
			}
		};

		abstract void complete(TaskService tasks, FormService forms, String task, Map<String, Object> values);

	}

}
