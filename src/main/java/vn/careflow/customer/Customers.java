package vn.careflow.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer records: who they are, what they agreed to, who is responsible for them
 * and what the rules found them to be.
 */
@Service
public class Customers {

	private static final String FACTS = """
			select kind, serves_state, annual_revenue, purchases, last_contact_at, last_outcome, customer_group,
				potential, lifecycle, language, owner_id, do_not_call, advertising_consent, service_consent,
				preferred_channel, preferred_from, preferred_to, time_zone,
				exists (select 1 from customer_need n where n.customer_id = c.id) as need_known,
				(select p.contact_value from customer_contact_point p where p.customer_id = c.id and p.kind = 'PHONE'
					order by p.rank_no fetch first 1 row only) as phone
			from customer c where c.id = :id""";

	private final JdbcClient jdbc;

	private final CustomerStore store;

	private final CustomerFinder finder;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Customers(JdbcClient jdbc, CustomerStore store, CustomerFinder finder, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.finder = finder;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Puts a customer on record, once: the same id, or the same source and external id,
	 * give back the one that is there, unchanged.
	 */
	@Transactional
	public Registration register(NewCustomer newCustomer) {
		Optional<UUID> known = this.store.findKnown(newCustomer);
		if (known.isPresent()) {
			return new Registration(get(known.get()), false);
		}
		registerAll(List.of(newCustomer), "Khi đăng ký");
		return new Registration(get(newCustomer.id()), true);
	}

	/** Puts customers on record that are known to be new. */
	void registerAll(List<NewCustomer> newCustomers, String reason) {
		this.store.insert(newCustomers, reason, SqlTime.now(this.clock));
		newCustomers.forEach((customer) -> this.events.publishEvent(new CustomerRegistered(customer.id())));
	}

	public Optional<Customer> find(UUID customerId) {
		return this.store.find(customerId);
	}

	/**
	 * The customer with this id.
	 * @throws CustomerNotFound when there is none
	 */
	public Customer get(UUID customerId) {
		return find(customerId).orElseThrow(() -> CustomerNotFound.customer(customerId));
	}

	/**
	 * Finds by customer number, phone in any spelling, e-mail, external id, Zalo or
	 * Facebook identity. Where several share it, the one registered first.
	 */
	public Optional<Customer> findByReference(String reference) {
		return this.finder.findByReference(reference).flatMap(this::find);
	}

	/**
	 * The customers that match, the newest first; at most {@link Page#MAX_SIZE} a page.
	 */
	public Page<Customer> page(CustomerSearch search, int page, int size) {
		Page<UUID> ids = this.finder.page(search, Math.max(0, page), Math.min(Math.max(1, size), Page.MAX_SIZE));
		return new Page<>(this.store.load(ids.items()), ids.page(), ids.size(), ids.total());
	}

	/** Other records that share a phone, an e-mail or an identity with this one. */
	public List<DuplicateMatch> duplicatesOf(UUID customerId) {
		return this.finder.duplicatesOf(customerId);
	}

	/**
	 * Replaces what people entered about a customer.
	 * @param version the version that the change was made on
	 * @throws CustomerChangedMeanwhile when the record has another version by now
	 */
	@Transactional
	public Customer change(UUID customerId, int version, CustomerProfile profile, String reason) {
		CustomerProfile earlier = get(customerId).profile();
		Instant now = SqlTime.now(this.clock);
		if (!this.store.update(customerId, version, profile, now)) {
			throw new CustomerChangedMeanwhile(customerId);
		}
		if (!earlier.contactPoints().equals(profile.contactPoints())) {
			this.store.replaceContactPoints(customerId, profile);
		}
		if (!earlier.needs().equals(profile.needs())) {
			this.store.replaceNeeds(customerId, profile, now);
		}
		keepConsents(customerId, earlier.consents(), profile.consents(), reason);
		if (!earlier.contactPoints().equals(profile.contactPoints()) || !earlier.consents().equals(profile.consents())
				|| !earlier.preferences().equals(profile.preferences())) {
			this.events.publishEvent(new CustomerReachabilityChanged(customerId));
		}
		String language = profile.preferences().language();
		if (!earlier.preferences().language().equals(language)) {
			this.events.publishEvent(new CustomerLanguageChanged(customerId, language));
		}
		return get(customerId);
	}

	/** What rules ask, in one query. */
	public CustomerFacts facts(UUID customerId) {
		return this.jdbc.sql(FACTS)
			.param("id", customerId)
			.query((row, index) -> facts(row))
			.optional()
			.orElseThrow(() -> CustomerNotFound.customer(customerId));
	}

	/** Keeps what the rules found, and the history of it where it changed. */
	@Transactional
	public void assess(UUID customerId, Assessment assessment) {
		int changed = this.jdbc.sql("""
				update customer set customer_group = :group, potential = :potential, potential_score = :score,
					potential_reason = :reasons
				where id = :id and (customer_group <> :group or potential <> :potential or potential_score <> :score
					or potential_reason is null or potential_reason <> :reasons)""")
			.param("id", customerId)
			.param("group", assessment.group().name())
			.param("potential", assessment.potential().name())
			.param("score", assessment.score())
			.param("reasons", assessment.reasons())
			.update();
		if (changed == 0) {
			requireExists(customerId);
			return;
		}
		this.jdbc.sql("""
				insert into customer_assessment (customer_id, customer_group, potential, potential_score,
					potential_reason, rules, assessed_at)
				values (:id, :group, :potential, :score, :reasons, :rules, :now)""")
			.param("id", customerId)
			.param("group", assessment.group().name())
			.param("potential", assessment.potential().name())
			.param("score", assessment.score())
			.param("reasons", assessment.reasons())
			.param("rules", assessment.rules())
			.param("now", now())
			.update();
	}

	/**
	 * The customer wants no further care: no advertising, no next cycle. Saying so twice
	 * changes nothing more.
	 * @return false when they had opted out before
	 */
	@Transactional
	public boolean optOut(UUID customerId, String reason) {
		int changed = this.jdbc.sql("""
				update customer set advertising_consent = false, opted_out_at = :now, version = version + 1
				where id = :id and opted_out_at is null""").param("id", customerId).param("now", now()).update();
		if (changed == 0) {
			requireExists(customerId);
			return false;
		}
		this.store.insertConsent(customerId, ConsentPurpose.ADVERTISING, false, reason, SqlTime.now(this.clock));
		this.jdbc.sql("""
				update care_plan set next_cycle_id = null, next_cycle_at = null, reason = :reason,
					claimed_until = null, planned_at = :now where customer_id = :id""")
			.param("id", customerId)
			.param("reason", "Khách hàng từ chối chăm sóc")
			.param("now", now())
			.update();
		this.events.publishEvent(new CustomerOptedOut(customerId));
		return true;
	}

	/** Makes an agent responsible; the earlier one stays in the history. */
	@Transactional
	public void changeOwner(UUID customerId, String agentId, String reason) {
		String earlier = lock(customerId).ownerId();
		if (agentId.equals(earlier)) {
			return;
		}
		this.jdbc.sql("update customer set owner_id = :agent where id = :id")
			.param("agent", agentId)
			.param("id", customerId)
			.update();
		this.jdbc.sql("update customer_owner set until_at = :now where customer_id = :id and until_at is null")
			.param("now", now())
			.param("id", customerId)
			.update();
		this.jdbc.sql("""
				insert into customer_owner (customer_id, owner_id, from_at, reason)
				values (:id, :agent, :now, :reason)""")
			.param("id", customerId)
			.param("agent", agentId)
			.param("now", now())
			.param("reason", LimitedText.reason(reason))
			.update();
		this.events.publishEvent(new CustomerOwnerChanged(customerId, earlier, agentId));
	}

	/** Everybody who was responsible, the first one first. */
	public List<OwnerPeriod> ownersOf(UUID customerId) {
		return this.jdbc.sql("""
				select owner_id, from_at, until_at, reason from customer_owner
				where customer_id = :id order by from_at, id""")
			.param("id", customerId)
			.query((row, index) -> new OwnerPeriod(row.getString("owner_id"), SqlTime.read(row, "from_at"),
					SqlTime.readNullable(row, "until_at"), row.getString("reason")))
			.list();
	}

	/** Adds what the customer is interested in; the same need, however written, once. */
	@Transactional
	public void addNeed(UUID customerId, String need) {
		lock(customerId);
		String text = CustomerProfile.tidy(need);
		String kept = text.substring(0, Math.min(text.length(), CustomerProfile.MAX_NEED));
		this.jdbc.sql("""
				insert into customer_need (customer_id, need_key, need, added_at)
				select c.id, cast(:key as varchar(300)), cast(:need as varchar(300)),
					cast(:now as timestamp with time zone)
				from customer c where c.id = :id and not exists (
					select 1 from customer_need n where n.customer_id = c.id and n.need_key = :key)""")
			.param("id", customerId)
			.param("key", SearchText.of(kept))
			.param("need", kept)
			.param("now", now())
			.update();
	}

	@Transactional
	public void moveTo(UUID customerId, Lifecycle lifecycle) {
		requireOne(customerId,
				this.jdbc.sql("update customer set lifecycle = :lifecycle where id = :id")
					.param("lifecycle", lifecycle.name())
					.param("id", customerId)
					.update());
	}

	/** Somebody spoke with the customer at this moment. */
	@Transactional
	public void recordContact(UUID customerId, Instant at) {
		this.jdbc.sql("""
				update customer set last_contact_at = :at
				where id = :id and (last_contact_at is null or last_contact_at < :at)""")
			.param("at", SqlTime.of(at))
			.param("id", customerId)
			.update();
	}

	/**
	 * Keeps how an opportunity ended.
	 * @param outcome NONE, WON, NOT_YET, LOST, UNREACHABLE or NOT_INTERESTED
	 */
	@Transactional
	public void recordOutcome(UUID customerId, String outcome) {
		requireOne(customerId,
				this.jdbc.sql("update customer set last_outcome = :outcome where id = :id")
					.param("outcome", CareOutcome.valueOf(outcome).name())
					.param("id", customerId)
					.update());
	}

	/**
	 * Counts an order: who buys is a customer, whatever they were before. To be called
	 * once per order.
	 */
	@Transactional
	public void recordPurchase(UUID customerId, Instant at) {
		requireOne(customerId, this.jdbc.sql("""
				update customer set purchases = purchases + 1, last_purchase_at = :at,
					lifecycle = case when lifecycle = 'LOYAL' then 'LOYAL' else 'CUSTOMER' end
				where id = :id""").param("at", SqlTime.of(at)).param("id", customerId).update());
	}

	/** Holds the record until the end of the transaction. */
	Locked lock(UUID customerId) {
		return this.jdbc.sql("select owner_id, opted_out_at from customer where id = :id for update")
			.param("id", customerId)
			.query((row, index) -> new Locked(row.getString("owner_id"),
					SqlTime.readNullable(row, "opted_out_at") != null))
			.optional()
			.orElseThrow(() -> CustomerNotFound.customer(customerId));
	}

	private void keepConsents(UUID customerId, Consents earlier, Consents now, String reason) {
		Instant at = SqlTime.now(this.clock);
		if (earlier.advertising() != now.advertising()) {
			this.store.insertConsent(customerId, ConsentPurpose.ADVERTISING, now.advertising(), reason, at);
		}
		if (earlier.service() != now.service()) {
			this.store.insertConsent(customerId, ConsentPurpose.SERVICE, now.service(), reason, at);
		}
	}

	private CustomerFacts facts(ResultSet row) throws SQLException {
		BigDecimal revenue = row.getBigDecimal("annual_revenue");
		ZoneId zone = CustomerRows.zone(row);
		return new CustomerFacts(CustomerKind.valueOf(row.getString("kind")), row.getBoolean("serves_state"),
				(revenue != null) ? revenue.longValueExact() : 0, row.getBoolean("need_known"), row.getInt("purchases"),
				daysSince(SqlTime.readNullable(row, "last_contact_at")), row.getString("last_outcome"),
				CustomerGroup.valueOf(row.getString("customer_group")), Potential.valueOf(row.getString("potential")),
				Lifecycle.valueOf(row.getString("lifecycle")), row.getString("language"), row.getString("owner_id"),
				row.getString("phone"), row.getBoolean("do_not_call"), row.getBoolean("advertising_consent"),
				row.getBoolean("service_consent"), CustomerRows.channel(row, "preferred_channel"),
				row.getObject("preferred_from", LocalTime.class), row.getObject("preferred_to", LocalTime.class),
				Objects.requireNonNullElse(zone, this.clock.getZone()));
	}

	private int daysSince(@Nullable Instant contact) {
		if (contact == null) {
			return CustomerFacts.NEVER;
		}
		long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(contact, this.clock.getZone()),
				LocalDate.now(this.clock));
		return (int) Math.max(0, Math.min(days, CustomerFacts.NEVER - 1));
	}

	private OffsetDateTime now() {
		return SqlTime.of(SqlTime.now(this.clock));
	}

	private void requireExists(UUID customerId) {
		requireOne(customerId,
				this.jdbc.sql("select count(*) from customer where id = :id")
					.param("id", customerId)
					.query(Integer.class)
					.single());
	}

	private static void requireOne(UUID customerId, int rows) {
		if (rows != 1) {
			throw CustomerNotFound.customer(customerId);
		}
	}

	/**
	 * What is read while locking.
	 *
	 * @param ownerId the agent responsible
	 * @param optedOut whether they refuse care
	 */
	record Locked(@Nullable String ownerId, boolean optedOut) {

	}

}
