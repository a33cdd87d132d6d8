package vn.careflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.careflow.process.FormOptions.Option;

/**
 * Finds the contract of the form behind a task or a start event and fills in the options
 * that are data.
 * <p>
 * Schemas are kept per process definition and element: a deployed form never changes, a
 * new deployment has new ids.
 */
@Component
class FormContracts {

	private static final int KEPT_SCHEMAS = 1_000;

	private final ConcurrentMap<String, JsonNode> schemas = new ConcurrentHashMap<>();

	private final ObjectMapper mapper;

	private final FormConditions conditions;

	private final Clock clock;

	private final ObjectProvider<FormOptions> options;

	FormContracts(ObjectMapper mapper, FormConditions conditions, Clock clock, ObjectProvider<FormOptions> options) {
		this.mapper = mapper;
		this.conditions = conditions;
		this.clock = clock;
		this.options = options;
	}

	/**
	 * Checks what completes a task against the task's form. Who may not work on the task
	 * is refused first, and not told what the form would have asked for.
	 * @param task the task, loaded in the running command
	 * @param submitted names and raw values
	 * @return the typed variables to complete the task with; as submitted for a task
	 * without a process
	 * @throws FormRejected when the contract is not kept
	 */
	Map<String, Object> checkedForTask(TaskEntity task, Map<String, Object> submitted) {
		if (task.getProcessDefinitionId() == null) {
			return submitted;
		}
		Context.getProcessEngineConfiguration().getCommandCheckers().forEach((checker) -> checker.checkTaskWork(task));
		return check(withOptions(deployed(task), (component) -> asChosen(component, submitted)), submitted);
	}

	/**
	 * Checks what starts a process against the form of its start event, once it is known
	 * that the person may start it.
	 * @throws FormRejected when the contract is not kept
	 */
	Map<String, Object> checkedForStart(String processDefinitionId, Map<String, Object> submitted) {
		ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
		ProcessDefinitionEntity process = engine.getDeploymentCache()
			.findDeployedProcessDefinitionById(processDefinitionId);
		engine.getCommandCheckers().forEach((checker) -> checker.checkCreateProcessInstance(process));
		return check(startSchema(processDefinitionId), submitted);
	}

	/**
	 * The task's form as it is shown.
	 * @param shown the task as known to the sources of options that depend on the case
	 */
	JsonNode taskSchema(TaskEntity task, CaseTask shown) {
		return withOptions(deployed(task), (component) -> ofCase(component, shown));
	}

	JsonNode startSchema(String processDefinitionId) {
		return withOptions(schema(processDefinitionId, new GetDeployedStartFormCmd(processDefinitionId)),
				(component) -> Optional.empty());
	}

	private JsonNode deployed(TaskEntity task) {
		String key = task.getProcessDefinitionId() + '/' + task.getTaskDefinitionKey();
		return schema(key, new GetDeployedTaskFormCmd(task.getId()));
	}

	private VariableMap check(JsonNode schema, @Nullable Map<String, Object> submitted) {
		return FormContract.read(schema)
			.check((submitted != null) ? submitted : Map.of(), this.conditions, this.clock.getZone());
	}

	private JsonNode schema(String key, Command<InputStream> deployedForm) {
		JsonNode kept = this.schemas.get(key);
		if (kept != null) {
			return kept;
		}
		if (this.schemas.size() >= KEPT_SCHEMAS) {
			this.schemas.clear();
		}
		JsonNode read = read(deployedForm);
		this.schemas.put(key, read);
		return read;
	}

	private JsonNode read(Command<InputStream> deployedForm) {
		CommandContext command = Context.getCommandContext();
		try (InputStream content = command.runWithoutAuthorization(() -> deployedForm.execute(command))) {
			return this.mapper.readTree(content);
		}
		catch (BadUserRequestException ex) {
			// Without a form there is nothing to fill in, and nothing else is taken.
			return this.mapper.createObjectNode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A deployed form is not readable JSON", ex);
		}
	}

	private JsonNode withOptions(JsonNode schema, Function<JsonNode, Optional<List<Option>>> ofCase) {
		JsonNode filled = schema.deepCopy();
		fill(filled.path("components"), ofCase);
		return filled;
	}

	private void fill(JsonNode components, Function<JsonNode, Optional<List<Option>>> ofCase) {
		for (JsonNode component : components) {
			fill(component.path("components"), ofCase);
			if (!source(component).isEmpty()) {
				((ObjectNode) component).set("values",
						values(ofCase.apply(component).orElseGet(() -> data(component))));
			}
		}
	}

	private List<Option> data(JsonNode component) {
		return this.options.orderedStream().flatMap((known) -> known.options(source(component)).stream()).toList();
	}

	private Optional<List<Option>> ofCase(JsonNode component, CaseTask task) {
		return this.options.orderedStream()
			.flatMap((known) -> known.options(source(component), task).stream())
			.findFirst();
	}

	/** Where the options depend on the case, any choice: the next step judges it. */
	private Optional<List<Option>> asChosen(JsonNode component, Map<String, Object> submitted) {
		boolean depends = this.options.orderedStream().anyMatch((known) -> known.dependsOnCase(source(component)));
		String chosen = String.valueOf(submitted.get(component.path("key").asText()));
		return depends ? Optional.of(List.of(new Option(chosen, chosen))) : Optional.empty();
	}

	private static String source(JsonNode component) {
		return component.path("properties").path("options").asText("");
	}

	private ArrayNode values(List<Option> options) {
		ArrayNode values = this.mapper.createArrayNode();
		options.forEach((option) -> values.addObject().put("label", option.label()).put("value", option.value()));
		return values;
	}

}
