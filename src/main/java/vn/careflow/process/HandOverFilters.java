package vn.careflow.process;

import java.util.List;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.HandOverKind;
import vn.careflow.assignment.Responsibility;
import vn.careflow.security.NamedRights;

/**
 * The lists in Tasklist that a person made: somebody else looks after them.
 */
@Component
class HandOverFilters implements Responsibility {

	private static final String GRANTED = "GRANTED";

	private static final String HAD = "HAD";

	private final FilterService filters;

	private final NamedRights rights;

	HandOverFilters(FilterService filters, NamedRights rights) {
		this.filters = filters;
		this.rights = rights;
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
			return letTakerChange(filter, move.taker());
		}
		if (move.kept().equals(GRANTED)) {
			this.rights.revoke(move.giver(), Resources.FILTER, filter.getId());
		}
		return Moved.done();
	}

	private Moved letTakerChange(Filter filter, String agentId) {
		if (this.rights.has(agentId, Resources.FILTER, filter.getId())) {
			return Moved.done(HAD);
		}
		this.rights.grantAll(agentId, Resources.FILTER, filter.getId());
		return Moved.done(GRANTED);
	}

}
