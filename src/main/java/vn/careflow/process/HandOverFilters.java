package vn.careflow.process;

import java.util.List;
import java.util.Optional;

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

	@Override
	public Moved move(Move move) {
		Optional<Filter> filter = Optional
			.ofNullable(this.filters.createFilterQuery().filterId(move.ref()).singleResult())
			.filter((found) -> move.giver().equals(found.getOwner()));
		filter.ifPresent((found) -> {
			this.filters.saveFilter(found.setOwner(move.taker()));
			grant(found, move.taker());
		});
		return Moved.doneIf(filter.isPresent());
	}

	private void grant(Filter filter, String agentId) {
		boolean granted = this.authorizations.createAuthorizationQuery()
			.userIdIn(agentId)
			.resourceType(Resources.FILTER)
			.resourceId(filter.getId())
			.count() > 0;
		if (!granted) {
			Authorization right = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			right.setUserId(agentId);
			right.setResource(Resources.FILTER);
			right.setResourceId(filter.getId());
			right.addPermission(Permissions.ALL);
			this.authorizations.saveAuthorization(right);
		}
	}

}
