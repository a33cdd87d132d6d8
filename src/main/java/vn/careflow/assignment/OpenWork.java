package vn.careflow.assignment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * What the rules count as a person's open work: it goes on somebody else's desk with the
 * reason in its history.
 */
@Component
class OpenWork implements Responsibility {

	private final AssignmentTables tables;

	private final AgentAssignment assignment;

	OpenWork(AssignmentTables tables, AgentAssignment assignment) {
		this.tables = tables;
		this.assignment = assignment;
	}

	@Override
	public HandOverKind kind() {
		return HandOverKind.OPEN_WORK;
	}

	@Override
	public long count(String agentId) {
		return this.tables.countHeldBy(agentId);
	}

	@Override
	public List<Held> heldBy(String agentId) {
		return this.tables.heldBy(agentId)
			.stream()
			.map(Decided::workItem)
			.map((item) -> new Held(item.id().toString(), item.kind(), null, item.language(), item.id()))
			.toList();
	}

	@Override
	public Moved move(Move move) {
		UUID workItemId = UUID.fromString(move.ref());
		Optional<Decided> open = this.tables.open(workItemId);
		if (open.isEmpty() || !move.giver().equals(open.get().agentId())) {
			return Moved.gone();
		}
		Reassignment answer = this.assignment.reassign(workItemId, move.taker(), move.why(), move.by());
		return (answer instanceof Reassignment.Refused refused) ? Moved.refused(refused.reason()) : Moved.done();
	}

}
