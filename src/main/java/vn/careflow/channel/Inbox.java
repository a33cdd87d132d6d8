package vn.careflow.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages in, each exactly once however often its channel delivers it, and finds
 * out who sent it. A message from somebody unknown is kept and listed, never dropped.
 */
@Service
public class Inbox {

	private final MessageRepository repository;

	private final Customers customers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Inbox(MessageRepository repository, Customers customers, ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.customers = customers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes a message in and publishes {@link MessageReceived}, unless it was delivered
	 * before.
	 * @throws DuplicateKeyException if the same message is being delivered at this very
	 * moment: in a new transaction it will be known
	 */
	@Transactional
	public ReceivedMessage receive(InboundMessage inbound) {
		Optional<Message> known = this.repository.findByChannelAndExternalId(inbound.channel(), inbound.externalId());
		if (known.isPresent()) {
			return new ReceivedMessage(known.get(), true);
		}
		Message message = insert(inbound);
		this.events.publishEvent(MessageReceived.of(message));
		return new ReceivedMessage(message, false);
	}

	/**
	 * The message, which must exist.
	 * @throws UnknownMessage if it does not
	 */
	public Message get(UUID messageId) {
		return find(messageId).orElseThrow(() -> new UnknownMessage(messageId));
	}

	public Optional<Message> find(UUID messageId) {
		return this.repository.findById(messageId);
	}

	/**
	 * Messages of which nobody knows who sent them, the oldest first: they have waited
	 * longest.
	 */
	public Page<Message> unmatched(Pageable page) {
		return this.repository.findByCustomerIdIsNull(
				PageRequest.of(page.getPageNumber(), page.getPageSize(), Sort.by("receivedAt", "id")));
	}

	/**
	 * Records whose message it is, where that came to light otherwise than by the sender:
	 * by the request it answers, or by somebody who knows.
	 */
	@Transactional
	public Message match(UUID messageId, UUID customerId) {
		Message message = get(messageId);
		return message.isFrom(customerId) ? this.repository.save(message) : message;
	}

	/**
	 * Everything the customer wrote, the latest first.
	 */
	public List<Message> ofCustomer(UUID customerId) {
		return this.repository.findByCustomerIdOrderByReceivedAtDesc(customerId);
	}

	private Message insert(InboundMessage inbound) {
		UUID sender = this.customers.findByReference(inbound.from()).map(Customer::id).orElse(null);
		Instant receivedAt = (inbound.receivedAt() != null) ? inbound.receivedAt() : this.clock.instant();
		try {
			return this.repository.save(Message.received(inbound, sender, receivedAt.truncatedTo(ChronoUnit.MICROS)));
		}
		catch (DbActionExecutionException ex) {
			throw (ex.getCause() instanceof DuplicateKeyException duplicate) ? duplicate : ex;
		}
	}

}
