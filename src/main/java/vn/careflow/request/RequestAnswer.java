package vn.careflow.request;

import java.time.Instant;
import java.util.UUID;

import org.springframework.data.annotation.Id;

/**
 * An answer sent to the customer, kept word for word: the proof that a complaint was not
 * closed in silence.
 *
 * @param agentId who answered
 * @param body the words sent
 */
public record RequestAnswer(@Id UUID id, UUID requestId, int cycleNumber, String agentId, String body, Instant sentAt) {

}
