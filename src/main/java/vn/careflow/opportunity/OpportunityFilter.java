package vn.careflow.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.Criteria;

/**
 * Which opportunities are wanted; what is left out does not narrow.
 *
 * @param open true for those pursued, false for those concluded
 */
public record OpportunityFilter(@Nullable Boolean open, @Nullable OpportunityOutcome outcome,
		@Nullable UUID customerId) {

	Criteria criteria() {
		List<Criteria> wanted = new ArrayList<>();
		if (this.open != null) {
			Criteria.CriteriaStep outcomeOf = Criteria.where("outcome");
			wanted.add(this.open ? outcomeOf.isNull() : outcomeOf.isNotNull());
		}
		if (this.outcome != null) {
			wanted.add(Criteria.where("outcome").is(this.outcome));
		}
		if (this.customerId != null) {
			wanted.add(Criteria.where("customerId").is(this.customerId));
		}
		return Criteria.from(wanted);
	}

}
