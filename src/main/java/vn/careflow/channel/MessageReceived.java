package vn.careflow.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message came in for the first time; repetitions are not told.
 *
 * @param customerId who sent it, none where nobody known did
 * @param requestReference number or id of the request it answers, where the channel knows
 * it: not looked up, so it may name none
 * @param text the customer's words
 * @param receivedAt when the channel took it in
 */
public record MessageReceived(UUID messageId, @Nullable UUID customerId, @Nullable String requestReference, String text,
		Instant receivedAt) {

	static MessageReceived of(Message message) {
		return new MessageReceived(message.id(), message.customerId(), message.requestReference(), message.body(),
				message.receivedAt());
	}

}
