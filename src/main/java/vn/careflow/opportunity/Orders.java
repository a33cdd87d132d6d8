package vn.careflow.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to every order: each is taken in exactly once, however often it is sent.
 */
@Service
public class Orders {

	private final OrderRepository repository;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Orders(OrderRepository repository, ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps an order without asking anybody to care for it: for a caller that does so
	 * itself.
	 * @return the order, the first one where this id or external id is known already
	 * @throws DuplicateKeyException if the same one is being placed at this very moment:
	 * in a new transaction it will be known
	 */
	@Transactional
	public CustomerOrder register(NewOrder wanted) {
		return known(wanted).orElseGet(() -> insert(wanted));
	}

	/**
	 * Takes an order in and publishes {@link OrderPlaced}, once, so that care follows.
	 * @return as {@link #register(NewOrder)}
	 * @throws DuplicateKeyException as {@link #register(NewOrder)} does
	 */
	@Transactional
	public CustomerOrder place(NewOrder wanted) {
		return known(wanted).orElseGet(() -> {
			CustomerOrder order = insert(wanted);
			this.events.publishEvent(new OrderPlaced(order.id(), order.customerId()));
			return order;
		});
	}

	/**
	 * The order that was placed by this id or external id before.
	 */
	public Optional<CustomerOrder> known(NewOrder wanted) {
		return find(wanted.id())
			.or(() -> this.repository.findBySourceAndExternalId(wanted.source(), wanted.externalId()));
	}

	/**
	 * The order, which must exist.
	 * @throws Unknown if it does not
	 */
	public CustomerOrder get(UUID orderId) {
		return find(orderId).orElseThrow(() -> Unknown.order(orderId));
	}

	public Optional<CustomerOrder> find(@Nullable UUID orderId) {
		return (orderId != null) ? this.repository.findById(orderId) : Optional.empty();
	}

	/**
	 * Everything the customer bought, the latest first.
	 */
	public List<CustomerOrder> ofCustomer(UUID customerId) {
		return this.repository.findByCustomerIdOrderByPlacedAtDesc(customerId);
	}

	/**
	 * Orders of one customer or of all, the latest first.
	 */
	public Page<CustomerOrder> page(@Nullable UUID customerId, Pageable page) {
		Pageable latestFirst = PageRequest.of(page.getPageNumber(), page.getPageSize(),
				Sort.by(Sort.Direction.DESC, "placedAt", "id"));
		return (customerId != null) ? this.repository.findByCustomerId(customerId, latestFirst)
				: this.repository.findAllBy(latestFirst);
	}

	/**
	 * The customer has it since that day.
	 */
	@Transactional
	public CustomerOrder confirmDelivery(UUID orderId, LocalDate deliveredOn) {
		CustomerOrder order = get(orderId);
		return order.delivered(deliveredOn) ? this.repository.save(order) : order;
	}

	private CustomerOrder insert(NewOrder wanted) {
		Instant placedAt = (wanted.placedAt() != null) ? wanted.placedAt() : this.clock.instant();
		return Inserts
			.once(() -> this.repository.save(CustomerOrder.placed(wanted, placedAt.truncatedTo(ChronoUnit.MICROS))));
	}

}
