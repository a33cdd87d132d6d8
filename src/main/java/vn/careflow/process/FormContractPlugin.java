package vn.careflow.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the forms' contracts into the engine: without it the engine's REST API accepts any
 * variable from anyone who may complete a task, and the engine keeps the texts that were
 * entered.
 */
@Component
class FormContractPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<FormContracts> contracts;

	private final ObjectProvider<FormFacts> facts;

	FormContractPlugin(ObjectProvider<FormContracts> contracts, ObjectProvider<FormFacts> facts) {
		this.contracts = contracts;
		this.facts = facts;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setTaskService(new CheckedTaskService(this.contracts.getObject()));
		configuration.setFormService(new CheckedFormService(this.contracts.getObject(), this.facts));
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setHistoryLevel(new HistoryWithoutFormEntries(configuration.getHistoryLevel()));
	}

}
