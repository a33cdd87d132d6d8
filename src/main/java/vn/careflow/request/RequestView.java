package vn.careflow.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A request as it is shown over REST.
 *
 * @param statusLabel the status in the users' words
 * @param cycles every resolution cycle, the current one last; not in lists
 * @param answers what was sent to the customer; not in lists
 */
record RequestView(UUID id, String number, UUID customerId, @Nullable String source, @Nullable String externalId,
		RequestKind kind, String subject, String description, RequestChannel channel, @Nullable String product,
		@Nullable UUID orderId, Level impact, Level urgency, @Nullable Priority priority,
		@Nullable String priorityReason, RequestStatus status, String statusLabel, @Nullable String statusReason,
		@Nullable UUID survivorId, @Nullable String agentId, Instant receivedAt, @Nullable Instant firstAnsweredAt,
		@Nullable List<ResolutionCycle> cycles, @Nullable List<RequestAnswer> answers) {

	static RequestView of(Request request) {
		return of(request, null, null);
	}

	static RequestView of(Request request, @Nullable List<ResolutionCycle> cycles,
			@Nullable List<RequestAnswer> answers) {
		return new RequestView(request.id(), request.number(), request.customerId(), request.source(),
				request.externalId(), request.kind(), request.subject(), request.description(), request.channel(),
				request.product(), request.orderId(), request.impact(), request.urgency(), request.priority(),
				request.priorityReason(), request.status(), request.status().label(), request.statusReason(),
				request.survivorId(), request.agentId(), request.receivedAt(), request.firstAnsweredAt(), cycles,
				answers);
	}

}
