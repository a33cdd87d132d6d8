package vn.careflow.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.Criteria;

/**
 * Which requests are wanted; what is left out or empty does not narrow.
 */
public record RequestFilter(Set<RequestStatus> statuses, @Nullable RequestKind kind, @Nullable UUID customerId,
		@Nullable String agentId) {

	public RequestFilter {
		statuses = Set.copyOf(statuses);
	}

	Criteria criteria() {
		List<Criteria> wanted = new ArrayList<>();
		if (!this.statuses.isEmpty()) {
			wanted.add(Criteria.where("status").in(this.statuses));
		}
		if (this.kind != null) {
			wanted.add(Criteria.where("kind").is(this.kind));
		}
		if (this.customerId != null) {
			wanted.add(Criteria.where("customerId").is(this.customerId));
		}
		if (this.agentId != null) {
			wanted.add(Criteria.where("agentId").is(this.agentId));
		}
		return Criteria.from(wanted);
	}

}
