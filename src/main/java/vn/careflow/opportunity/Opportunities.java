package vn.careflow.opportunity;

import java.math.BigDecimal;
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
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to every opportunity: opens each need of a customer once at a time, and
 * concludes it once.
 */
@Service
public class Opportunities {

	private final OpportunityRepository repository;

	private final JdbcAggregateOperations rows;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Opportunities(OpportunityRepository repository, JdbcAggregateOperations rows, ApplicationEventPublisher events,
			Clock clock) {
		this.repository = repository;
		this.rows = rows;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens an opportunity without asking anybody to pursue it: for a caller that does so
	 * itself.
	 * @return the opportunity; where this id, this external id or an open one for the
	 * same need of the customer is known already, that one, so its id may differ from the
	 * id that was given
	 * @throws DuplicateKeyException if the same one is being opened at this very moment:
	 * in a new transaction it will be known
	 */
	@Transactional
	public Opportunity open(NewOpportunity wanted) {
		return known(wanted).orElseGet(() -> insert(wanted));
	}

	/**
	 * Opens an opportunity from outside: publishes {@link OpportunityOpened} as well,
	 * once, so that it is pursued.
	 * @return as {@link #open(NewOpportunity)}
	 * @throws DuplicateKeyException as {@link #open(NewOpportunity)} does
	 */
	@Transactional
	public Opportunity receive(NewOpportunity wanted) {
		return known(wanted).orElseGet(() -> {
			Opportunity opportunity = insert(wanted);
			this.events.publishEvent(new OpportunityOpened(opportunity.id(), opportunity.customerId()));
			return get(opportunity.id());
		});
	}

	/**
	 * The opportunity that was opened by this id or external id before, or is open for
	 * the same need.
	 */
	public Optional<Opportunity> known(NewOpportunity wanted) {
		return find(wanted.id()).or(() -> findByExternalId(wanted))
			.or(() -> this.repository.findByOpenKey(Opportunity.openKey(wanted.customerId(), wanted.need())));
	}

	/**
	 * The opportunity, which must exist.
	 * @throws Unknown if it does not
	 */
	public Opportunity get(UUID opportunityId) {
		return find(opportunityId).orElseThrow(() -> Unknown.opportunity(opportunityId));
	}

	public Optional<Opportunity> find(@Nullable UUID opportunityId) {
		return (opportunityId != null) ? this.repository.findById(opportunityId) : Optional.empty();
	}

	/**
	 * Opportunities of the customer that are still pursued, the oldest first.
	 */
	public List<Opportunity> openOf(UUID customerId) {
		return this.repository.findByCustomerIdAndOutcomeIsNullOrderByOpenedAt(customerId);
	}

	/**
	 * How the customer's latest concluded opportunity ended: an input of their potential.
	 */
	public Optional<OpportunityOutcome> lastOutcomeOf(UUID customerId) {
		return this.repository.findFirstByCustomerIdAndOutcomeIsNotNullOrderByConcludedAtDesc(customerId)
			.map(Opportunity::outcome);
	}

	/**
	 * Opportunities that fit the filter, the latest first.
	 */
	public Page<Opportunity> page(OpportunityFilter filter, Pageable page) {
		Query wanted = Query.query(filter.criteria());
		Sort latestFirst = Sort.by(Sort.Direction.DESC, "openedAt", "id");
		List<Opportunity> found = this.rows.findAll(wanted.sort(latestFirst).with(page), Opportunity.class);
		return new PageImpl<>(found, page, this.rows.count(wanted, Opportunity.class));
	}

	/**
	 * Ends the pursuit. The same outcome once more changes nothing.
	 * @param reason needed for a loss
	 * @param comeBackOn needed for "not yet"
	 * @param amount of the sale in whole VND, for a sale only
	 * @throws OpportunityConcluded if it ended otherwise before
	 * @throws IllegalArgumentException if the conclusion lacks or has what its outcome
	 * forbids
	 */
	@Transactional
	public Opportunity conclude(UUID opportunityId, OpportunityOutcome outcome, @Nullable String reason,
			@Nullable LocalDate comeBackOn, @Nullable BigDecimal amount) {
		Conclusion conclusion = new Conclusion(outcome, reason, comeBackOn, amount);
		Opportunity opportunity = get(opportunityId);
		boolean changed = opportunity.conclude(conclusion, now());
		return changed ? this.repository.save(opportunity) : opportunity;
	}

	private Optional<Opportunity> findByExternalId(NewOpportunity wanted) {
		if (wanted.source() == null || wanted.externalId() == null) {
			return Optional.empty();
		}
		return this.repository.findBySourceAndExternalId(wanted.source(), wanted.externalId());
	}

	private Opportunity insert(NewOpportunity wanted) {
		return Inserts.once(() -> this.repository.save(Opportunity.opened(wanted, now())));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
