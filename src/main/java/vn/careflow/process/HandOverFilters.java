package vn.careflow.process;

import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.Responsibility;

/**
 * The lists in Tasklist that a person made: somebody else looks after them.
 */
@Component
class HandOverFilters implements Responsibility {

	private static final String GRANTED = "GRANTED";

	private static final String HAD = "HAD";

	private final FilterService filters;

	private final AuthorizationService authorizations;

	HandOverFilters(FilterService filters, AuthorizationService authorizations) {
		this.filters = filters;
		this.authorizations = authorizations;
	}

	@Override
	public HandOverKind kind() {
		return HandOverKind.FILTER;
	}

	@Override
	public long count(String agentId) {
		return this.filters.createFilterQuery().filterOwner(agentId).count();
	}

	@Override
	public List<Held> heldBy(String agentId) {
		return this.filters.createFilterQuery()
			.filterOwner(agentId)
			.unlimitedList()
			.stream()
			.map((filter) -> Held.of(filter.getId(), filter.getResourceType()))
			.toList();
	}

	/**
	 * Whoever gets a list may change it. Undoing takes that right back; the first owner's
	 * rights come back with all their rights.
	 */
	@Override
	public Moved move(Move move) {
		Filter filter = this.filters.createFilterQuery().filterId(move.ref()).singleResult();
		if (filter == null || !move.giver().equals(filter.getOwner())) {
			return Moved.gone();
		}
		this.filters.saveFilter(filter.setOwner(move.taker()));
		if (move.kept() == null) {
			return rights(filter, move.taker()).isEmpty() ? granted(filter, move.taker()) : Moved.done(HAD);
		}
		if (move.kept().equals(GRANTED)) {
			rights(filter, move.giver()).forEach((right) -> this.authorizations.deleteAuthorization(right.getId()));
		}
		return Moved.done();
	}

	private List<Authorization> rights(Filter filter, String agentId) {
		return this.authorizations.createAuthorizationQuery()
			.userIdIn(agentId)
			.resourceType(Resources.FILTER)
			.resourceId(filter.getId())
			.list();
	}

	private Moved granted(Filter filter, String agentId) {
		Authorization right = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		right.setUserId(agentId);
		right.setResource(Resources.FILTER);
		right.setResourceId(filter.getId());
		right.addPermission(Permissions.ALL);
		this.authorizations.saveAuthorization(right);
		return Moved.done(GRANTED);
	}

}
