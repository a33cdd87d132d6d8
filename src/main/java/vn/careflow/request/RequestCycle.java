package vn.careflow.request;

import java.util.UUID;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A cycle that a reopening ended: inserted once, never changed.
 */
record RequestCycle(@Id UUID id, UUID requestId,
		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY, prefix = "cycle_") ResolutionCycle cycle) {

	static RequestCycle of(Request request, ResolutionCycle cycle) {
		return new RequestCycle(UUID.randomUUID(), request.id(), cycle);
	}

}
