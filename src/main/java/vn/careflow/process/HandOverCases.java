package vn.careflow.process;

import java.util.List;
import java.util.function.Predicate;

import org.camunda.bpm.engine.RuntimeService;

import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.Responsibility;
import vn.careflow.process.PeopleInEngine.Named;

/**
 * The running cases of some models that a person is responsible for: the case itself is
 * told, so that its tasks to come know it too.
 */
class HandOverCases implements Responsibility {

	/** Models that are a kind of their own. */
	private static final List<String> OWN_KINDS = List.of(PreSaleCareProcess.KEY, CareManagementProcess.KEY);

	private final HandOverKind kind;

	private final List<String> processKeys;

	private final PeopleInEngine people;

	private final RuntimeService runtime;

	HandOverCases(HandOverKind kind, List<String> processKeys, PeopleInEngine people, RuntimeService runtime) {
		this.kind = kind;
		this.processKeys = processKeys;
		this.people = people;
		this.runtime = runtime;
	}

	/** Every model that is no kind of its own. */
	static HandOverCases ofOtherModels(PeopleInEngine people, RuntimeService runtime) {
		return new HandOverCases(HandOverKind.CASE, List.of(), people, runtime);
	}

	@Override
	public HandOverKind kind() {
		return this.kind;
	}

	@Override
	public long count(String agentId) {
		return this.processKeys.isEmpty() ? this.people.countCasesExcept(agentId, OWN_KINDS)
				: this.people.countCases(agentId, this.processKeys);
	}

	/** An appointment's case follows the appointment. */
	@Override
	public List<Held> heldBy(String agentId) {
		return this.people.cases(agentId)
			.stream()
			.filter(isOurs())
			.filter((named) -> !(named.processKey().equals(AppointmentProcess.KEY)
					&& named.name().equals(CaseVariables.AGENT_ID.name())))
			.map((named) -> new Held(named.id() + "/" + named.name(), named.processKey(), named.customerId(), null,
					named.caseId()))
			.toList();
	}

	private Predicate<Named> isOurs() {
		return (named) -> this.processKeys.isEmpty() ? !OWN_KINDS.contains(named.processKey())
				: this.processKeys.contains(named.processKey());
	}

	@Override
	public Moved move(Move move) {
		String[] ref = move.ref().split("/", 2);
		boolean runs = this.runtime.createExecutionQuery().executionId(ref[0]).count() == 1;
		if (!runs || !move.giver().equals(this.runtime.getVariableLocal(ref[0], ref[1]))) {
			return Moved.gone();
		}
		this.runtime.setVariableLocal(ref[0], ref[1], move.taker());
		return Moved.done();
	}

}
