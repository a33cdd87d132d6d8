package vn.careflow.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.Responsibility;
import vn.careflow.security.NamedRights;

/**
 * The rights that were granted to a person by name. The right to the person's own account
 * is none of them: it ends with the account.
 */
@Component
class HandOverRights implements Responsibility {

	private final NamedRights rights;

	HandOverRights(NamedRights rights) {
		this.rights = rights;
	}

	@Override
	public HandOverKind kind() {
		return HandOverKind.AUTHORIZATION;
	}

	@Override
	public long count(String agentId) {
		return rights(agentId).size();
	}

	/** The right to a task goes with the task. */
	@Override
	public List<Held> heldBy(String agentId) {
		return rights(agentId).stream()
			.filter((right) -> right.getResourceType() != Resources.TASK.resourceType())
			.map((right) -> Held.of(right.getId(), "RESOURCE_" + right.getResourceType()))
			.toList();
	}

	@Override
	public Moved move(Move move) {
		return (move.to() == null) ? revoke(move) : grantAgain(move);
	}

	private Moved revoke(Move move) {
		Optional<Authorization> right = this.rights.find(move.ref());
		right.ifPresent(this.rights::revoke);
		return right.map(Kept::of).map(Kept::text).map(Moved::done).orElseGet(Moved::gone);
	}

	private Moved grantAgain(Move move) {
		Kept kept = Kept.parse(String.valueOf(move.kept()));
		this.rights.grantAgain(move.taker(), kept.type(), kept.resourceType(), kept.resourceId(), kept.permissions());
		return Moved.done();
	}

	private List<Authorization> rights(String agentId) {
		return this.rights.of(agentId)
			.stream()
			.filter(Predicate.not((right) -> right.getResourceType() == Resources.USER.resourceType()
					&& agentId.equals(right.getResourceId())))
			.toList();
	}

	/**
	 * A right as it is kept while it is revoked.
	 */
	private record Kept(int type, int resourceType, int permissions, String resourceId) {

		static Kept of(Authorization right) {
			return new Kept(right.getAuthorizationType(), right.getResourceType(),
					((AuthorizationEntity) right).getPermissions(), right.getResourceId());
		}

		static Kept parse(String text) {
			String[] parts = text.split(" ", 4);
			return new Kept(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
					parts[3]);
		}

		String text() {
			return "%d %d %d %s".formatted(this.type, this.resourceType, this.permissions, this.resourceId);
		}

	}

}
