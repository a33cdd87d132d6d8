package vn.careflow.opportunity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of offers: what was offered to whom, and what they said.
 */
@Service
public class Offers {

	private final JdbcAggregateOperations rows;

	private final Clock clock;

	Offers(JdbcAggregateOperations rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * Keeps an offer that was made just now.
	 * @param orderId the order after which it was made
	 */
	@Transactional
	public Offer record(UUID customerId, @Nullable UUID orderId, OfferKind kind, OfferResponse response,
			@Nullable String note) {
		return this.rows.insert(new Offer(UUID.randomUUID(), customerId, orderId, kind, response,
				Texts.optional("note", note, Texts.LONGEST_NOTE), this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
	}

	/**
	 * Offers made to the customer, the latest first.
	 */
	public List<Offer> ofCustomer(UUID customerId) {
		Query ofCustomer = Query.query(Criteria.where("customerId").is(customerId));
		return this.rows.findAll(ofCustomer.sort(Sort.by(Sort.Direction.DESC, "madeAt")), Offer.class);
	}

}
