package vn.careflow.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Answers from decision tables that are asked again and again with the few facts there
 * are: what a version of a table says never changes, so it is asked once. Which version
 * is in force is looked up each time, because any node may deploy another.
 */
@Component
class DeployedTables {

	private static final int MANY = 1000;

	private final RepositoryService repository;

	private final DecisionService decisions;

	private final Map<Question, List<Map<String, Object>>> known = new ConcurrentHashMap<>();

	DeployedTables(RepositoryService repository, DecisionService decisions) {
		this.repository = repository;
		this.decisions = decisions;
	}

	/**
	 * The tables of these names that are in force now.
	 * @param names the tables' ids, which are their file names
	 * @return the tables by name
	 * @throws NoSuchElementException when one is not deployed
	 */
	Map<String, Table> inForce(Collection<String> names) {
		Map<String, Table> tables = asEngine(
				() -> this.repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list())
			.stream()
			.filter((definition) -> names.contains(definition.getKey()))
			.collect(Collectors.toMap(DecisionDefinition::getKey,
					(definition) -> new Table(definition.getId(), definition.getVersion())));
		names.stream().filter((name) -> !tables.containsKey(name)).findFirst().ifPresent((name) -> {
			throw new NoSuchElementException("No decision table '%s' is deployed".formatted(name));
		});
		forgetOthers(tables);
		return tables;
	}

	/** What is not in force is not asked again, or rarely. */
	private void forgetOthers(Map<String, Table> tables) {
		if (this.known.size() > MANY) {
			List<String> ids = tables.values().stream().map(Table::definitionId).toList();
			this.known.keySet().removeIf((question) -> !ids.contains(question.definitionId()));
		}
	}

	/**
	 * The rows of a table that hold.
	 * @param facts input values by the names of the table's input columns, from a small
	 * set of values
	 * @return the output values of each row by column name
	 */
	List<Map<String, Object>> rows(Table table, Map<String, Object> facts) {
		return this.known.computeIfAbsent(new Question(table.definitionId(), Map.copyOf(facts)), this::ask);
	}

	private List<Map<String, Object>> ask(Question question) {
		return asEngine(() -> this.decisions.evaluateDecisionTableById(question.definitionId(), question.facts()))
			.getResultList()
			.stream()
			.map(Map::copyOf)
			.toList();
	}

	/** Whoever causes a decision need not be allowed to look at tables. */
	private <T> T asEngine(Callable<T> work) {
		return ((ServiceImpl) this.repository).getCommandExecutor()
			.execute((command) -> command.runWithoutAuthorization(work));
	}

	/**
	 * A deployed version of a table.
	 *
	 * @param definitionId what the engine calls it
	 * @param version its number, counted up with each deployment that changes it
	 */
	record Table(String definitionId, int version) {
	}

	private record Question(String definitionId, Map<String, Object> facts) {
	}

}
