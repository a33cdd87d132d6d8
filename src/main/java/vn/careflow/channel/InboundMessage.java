package vn.careflow.channel;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A message as its channel delivers it, possibly again and again.
 *
 * @param externalId its identity on the channel
 * @param from the sender as the channel knows them: phone, e-mail, Zalo id …
 * @param text at most 20,000 characters
 * @param inReplyTo number or id of the request it answers, where the channel knows it
 * @param receivedAt when the channel took it in, now if left out
 */
public record InboundMessage(Channel channel, String externalId, String from, String text, @Nullable String inReplyTo,
		@Nullable Instant receivedAt) {

	static final int LONGEST_REFERENCE = 200;

	static final int LONGEST_SENDER = 320;

	static final int LONGEST_TEXT = 20_000;

	public InboundMessage {
		Objects.requireNonNull(channel, "channel");
		externalId = required("externalId", externalId, LONGEST_REFERENCE);
		from = required("from", from, LONGEST_SENDER);
		text = required("text", text, LONGEST_TEXT);
		boolean answers = inReplyTo != null && !inReplyTo.isBlank();
		inReplyTo = answers ? required("inReplyTo", inReplyTo, LONGEST_REFERENCE) : null;
	}

	/** The text without what PostgreSQL cannot keep. */
	private static String required(String name, @Nullable String value, int longest) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		if (value.length() > longest) {
			throw new IllegalArgumentException(name + " must not be longer than " + longest + " characters");
		}
		return value.replace("\0", "").strip();
	}

}
