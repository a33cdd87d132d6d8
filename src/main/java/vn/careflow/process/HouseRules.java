package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/**
 * What holds for every model without being drawn in it: who has a task is responsible for
 * its case, and an ended case burdens nobody.
 */
@Component
class HouseRules extends AbstractProcessEnginePlugin {

	private final ObjectProvider<TaskOwnership> taskOwnership;

	private final ObjectProvider<CaseEnded> caseEnded;

	HouseRules(ObjectProvider<TaskOwnership> taskOwnership, ObjectProvider<CaseEnded> caseEnded) {
		this.taskOwnership = taskOwnership;
		this.caseEnded = caseEnded;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> listeners = new ArrayList<>();
		if (configuration.getCustomPostBPMNParseListeners() != null) {
			listeners.addAll(configuration.getCustomPostBPMNParseListeners());
		}
		listeners.add(new ParseListener());
		configuration.setCustomPostBPMNParseListeners(listeners);
	}

	private final class ParseListener extends AbstractBpmnParseListener {

		@Override
		public void parseProcess(Element element, ProcessDefinitionEntity definition) {
			definition.addBuiltInListener(ExecutionListener.EVENTNAME_END,
					(ExecutionListener) (DelegateExecution execution) -> HouseRules.this.caseEnded.getObject()
						.notify(execution));
		}

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
			if (HeldTasks.isOfAgent(task)) {
				task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT,
						(delegateTask) -> HouseRules.this.taskOwnership.getObject().notify(delegateTask));
			}
		}

	}

}
