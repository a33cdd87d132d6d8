package vn.careflow.channel;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.careflow.customer.Page;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where channels deliver what customers write, and where people see what nobody could be
 * found for.
 */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "Tin nhắn")
class MessageController {

	private final Inbox inbox;

	MessageController(Inbox inbox) {
		this.inbox = inbox;
	}

	@PostMapping
	@Operation(summary = "Chuyển tin nhắn của khách; cùng channel và externalId thì chỉ nhận một lần")
	ResponseEntity<MessageView> receive(@Valid @RequestBody MessagePayload payload) {
		InboundMessage inbound = payload.toInbound();
		ReceivedMessage received = receiveOnce(inbound);
		MessageView view = MessageView.of(this.inbox.get(received.message().id()));
		return received.repeated() ? ResponseEntity.ok(view)
				: ResponseEntity.created(URI.create("/api/messages/" + view.id())).body(view);
	}

	@GetMapping("/{messageId}")
	@Operation(summary = "Xem một tin nhắn")
	MessageView show(@PathVariable UUID messageId) {
		return MessageView.of(this.inbox.get(messageId));
	}

	@GetMapping
	@Operation(summary = "Liệt kê tin nhắn chưa tìm được khách hàng, cũ nhất trước")
	Page<MessageView> unmatched(@RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return Paging.shown(this.inbox.unmatched(Paging.asked(page, size)), MessageView::of);
	}

	/**
	 * Of two deliveries at once the database takes one; the other is then a repetition.
	 */
	private ReceivedMessage receiveOnce(InboundMessage inbound) {
		try {
			return this.inbox.receive(inbound);
		}
		catch (DuplicateKeyException ex) {
			return this.inbox.receive(inbound);
		}
	}

	/**
	 * A message as its channel delivers it.
	 *
	 * @param externalId its identity on the channel: delivered again, it is the same
	 * message
	 * @param from the sender as the channel knows them
	 * @param inReplyTo number or id of the request it answers
	 * @param receivedAt now where left out
	 */
	record MessagePayload(@NotNull(message = "Hãy cho biết kênh, ví dụ EMAIL, ZALO, WEB.") Channel channel,
			@NotBlank(message = "Hãy gửi mã tin nhắn ở kênh đó.") @Size(max = InboundMessage.LONGEST_REFERENCE,
					message = "Mã tin nhắn dài tối đa {max} ký tự.") String externalId,
			@NotBlank(message = "Hãy cho biết người gửi: số điện thoại, e-mail hoặc tài khoản ở kênh đó.") @Size(
					max = InboundMessage.LONGEST_SENDER, message = "Người gửi dài tối đa {max} ký tự.") String from,
			@NotBlank(message = "Hãy gửi nội dung tin nhắn.") @Size(max = InboundMessage.LONGEST_TEXT,
					message = "Nội dung dài tối đa {max} ký tự.") String text,
			@Size(max = InboundMessage.LONGEST_REFERENCE,
					message = "Mã yêu cầu dài tối đa {max} ký tự.") @Nullable String inReplyTo,
			@Nullable Instant receivedAt) {

		InboundMessage toInbound() {
			return new InboundMessage(this.channel, this.externalId, this.from, this.text, this.inReplyTo,
					this.receivedAt);
		}

	}

	/**
	 * A message as it is shown.
	 *
	 * @param customerId who sent it, left out while nobody knows
	 */
	record MessageView(UUID id, Channel channel, String externalId, String from, String text,
			@Nullable String inReplyTo, Instant receivedAt, @Nullable UUID customerId) {

		static MessageView of(Message message) {
			return new MessageView(message.id(), message.channel(), message.externalId(), message.sender(),
					message.body(), message.requestReference(), message.receivedAt(), message.customerId());
		}

	}

}
