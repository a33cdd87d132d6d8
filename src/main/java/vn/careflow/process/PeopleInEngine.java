package vn.careflow.process;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the engine's running cases name a person as responsible: asked of its tables
 * directly, because it knows no questions over all variables, tasks and timers of a
 * person at once.
 */
@Component
class PeopleInEngine {

	/** The variables that make a person responsible; others tell of the past. */
	static final List<String> RESPONSIBLE = List.of(CaseVariables.AGENT_ID.name(), PlanDayProcess.LEAD_ID.name(),
			AppointmentProcess.BOOKED_BY.name());

	private static final String CASES = """
			from ACT_RU_VARIABLE v
			join ACT_RU_EXECUTION e on e.ID_ = v.PROC_INST_ID_
			join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_
			""";

	private static final String CUSTOMER = """
			left join ACT_RU_VARIABLE c on c.EXECUTION_ID_ = e.ID_ and c.NAME_ = 'customerId' and c.TASK_ID_ is null
			""";

	private static final String OF_PERSON = "where v.TEXT_ = :agent and v.NAME_ in (:names) and v.TASK_ID_ is null ";

	private static final String TASK_OF_PERSON = """
			where t.ASSIGNEE_ = :agent or t.OWNER_ = :agent or exists (
				select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.USER_ID_ = :agent)
			""";

	private final JdbcClient jdbc;

	PeopleInEngine(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long countCases(String agentId, List<String> processKeys) {
		return ofPerson("select count(*) " + CASES + OF_PERSON + "and p.KEY_ in (:keys)", agentId)
			.param("keys", processKeys)
			.query(Long.class)
			.single();
	}

	long countCasesExcept(String agentId, List<String> processKeys) {
		return ofPerson("select count(*) " + CASES + OF_PERSON + "and p.KEY_ not in (:keys)", agentId)
			.param("keys", processKeys)
			.query(Long.class)
			.single();
	}

	/** The variables of running cases that name a person, of all models. */
	List<Named> cases(String agentId) {
		return ofPerson("""
				select v.EXECUTION_ID_ as execution, v.NAME_ as name, p.KEY_ as process, e.BUSINESS_KEY_ as business,
					c.TEXT_ as customer
				""" + CASES + CUSTOMER + OF_PERSON + "order by p.KEY_, v.EXECUTION_ID_, v.NAME_", agentId)
			.query((row, index) -> new Named(row.getString("execution"), row.getString("name"),
					row.getString("process"), uuid(row.getString("business")), uuid(row.getString("customer"))))
			.list();
	}

	long countTasks(String agentId) {
		return this.jdbc.sql("select count(*) from ACT_RU_TASK t " + TASK_OF_PERSON)
			.param("agent", agentId)
			.query(Long.class)
			.single();
	}

	/** The open tasks that a person has, owns or may take by name. */
	List<Named> tasks(String agentId) {
		return this.jdbc.sql("""
				select t.ID_ as task, t.TASK_DEF_KEY_ as name, p.KEY_ as process, e.BUSINESS_KEY_ as business,
					c.TEXT_ as customer
				from ACT_RU_TASK t
				left join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
				left join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_
				""" + CUSTOMER + TASK_OF_PERSON + "order by p.KEY_, t.TASK_DEF_KEY_, t.ID_")
			.param("agent", agentId)
			.query((row, index) -> new Named(row.getString("task"), text(row.getString("name")),
					text(row.getString("process")), uuid(row.getString("business")), uuid(row.getString("customer"))))
			.list();
	}

	/** The timers of cases that name a person. */
	long countTimers(String agentId) {
		return ofPerson("""
				select count(*) from ACT_RU_JOB j where j.TYPE_ = 'timer' and exists (
					select 1 from ACT_RU_VARIABLE v where v.PROC_INST_ID_ = j.PROCESS_INSTANCE_ID_
						and v.TEXT_ = :agent and v.NAME_ in (:names) and v.TASK_ID_ is null)""", agentId)
			.query(Long.class)
			.single();
	}

	/** The cases that name a person and wait for a message. */
	long countWaiting(String agentId, String message) {
		return ofPerson("""
				select count(*) from ACT_RU_EVENT_SUBSCR s where s.EVENT_NAME_ = :message and exists (
					select 1 from ACT_RU_VARIABLE v where v.PROC_INST_ID_ = s.PROC_INST_ID_
						and v.TEXT_ = :agent and v.NAME_ in (:names) and v.TASK_ID_ is null)""", agentId)
			.param("message", message)
			.query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec ofPerson(String sql, String agentId) {
		return this.jdbc.sql(sql).param("agent", agentId).param("names", RESPONSIBLE);
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static @Nullable UUID uuid(@Nullable String text) {
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Where a person is named.
	 *
	 * @param id the execution or the task
	 * @param name the variable, or the user task in the model
	 * @param processKey the model
	 * @param caseId the case, null where it is none of ours
	 * @param customerId the case's customer, or null
	 */
	record Named(String id, String name, String processKey, @Nullable UUID caseId, @Nullable UUID customerId) {
	}

}
