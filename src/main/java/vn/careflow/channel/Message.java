package vn.careflow.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A message that was taken in: its words never change, only who it is known to be from.
 */
public class Message {

	@Id
	private UUID id;

	@Version
	private int version;

	private Channel channel;

	private String externalId;

	private String sender;

	private String body;

	private @Nullable String requestReference;

	private Instant receivedAt;

	private @Nullable UUID customerId;

	Message(UUID id, Channel channel, String externalId, String sender, String body, Instant receivedAt) {
		this.id = id;
		this.channel = channel;
		this.externalId = externalId;
		this.sender = sender;
		this.body = body;
		this.receivedAt = receivedAt;
	}

	static Message received(InboundMessage inbound, @Nullable UUID customerId, Instant at) {
		Message message = new Message(UUID.randomUUID(), inbound.channel(), inbound.externalId(), inbound.from(),
				inbound.text(), at);
		message.requestReference = inbound.inReplyTo();
		message.customerId = customerId;
		return message;
	}

	/**
	 * Records who sent it, or corrects it.
	 * @return false where it is known already
	 */
	boolean isFrom(UUID sendingCustomerId) {
		boolean changes = !sendingCustomerId.equals(this.customerId);
		this.customerId = sendingCustomerId;
		return changes;
	}

	public UUID id() {
		return this.id;
	}

	public Channel channel() {
		return this.channel;
	}

	public String externalId() {
		return this.externalId;
	}

	/**
	 * The sender as the channel knows them.
	 */
	public String sender() {
		return this.sender;
	}

	public String body() {
		return this.body;
	}

	/**
	 * Number or id of the request it answers, as it was given: it may name none.
	 */
	public @Nullable String requestReference() {
		return this.requestReference;
	}

	public Instant receivedAt() {
		return this.receivedAt;
	}

	/**
	 * Who sent it, none while nobody knows.
	 */
	public @Nullable UUID customerId() {
		return this.customerId;
	}

}
