package vn.careflow.process;

import java.util.List;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds to the engine's tables the indexes that the product's questions need and the
 * engine's own do not: without them each question reads every open case. They are made
 * behind the engine's start, because the engine makes its tables then.
 */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

	/** Due jobs first, however many wait for a later day. */
	private static final String JOBS_BY_DUE_DATE = "create index if not exists CAREFLOW_IDX_JOB_DUEDATE on ACT_RU_JOB (DUEDATE_)";

	/** The cases of one customer. */
	private static final String CASES_BY_CUSTOMER = "create index if not exists CAREFLOW_IDX_CUSTOMER on ACT_RU_VARIABLE ";

	private final DataSource database;

	EngineIndexes(DataSource database) {
		this.database = database;
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		JdbcClient jdbc = JdbcClient.create(this.database);
		List.of(JOBS_BY_DUE_DATE, CASES_BY_CUSTOMER + columns(configuration.getDatabaseType()))
			.forEach((statement) -> jdbc.sql(statement).update());
	}

	/**
	 * PostgreSQL keeps no value beyond 2,704 bytes in such an index, so there it is kept
	 * to the one variable that is known to be short. H2 has no such indexes and no such
	 * limit.
	 */
	private static String columns(String database) {
		return database.equals("postgres") ? "(TEXT_) where NAME_ = '" + CaseVariables.CUSTOMER_ID.name() + "'"
				: "(NAME_, TEXT_)";
	}

}
