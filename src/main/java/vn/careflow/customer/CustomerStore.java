package vn.careflow.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes and reads whole customer records. It takes many at once: forty thousand
 * customers must not become forty thousand statements. Results are read with
 * {@code list()}: the client's own {@code stream()} keeps its connection until closed.
 */
@Repository
class CustomerStore {

	private static final String INSERT = """
			insert into customer (id, version, source, external_id, kind, relation, name, search_name, gender,
				birth_year, birth_month, birth_day, birth_calendar, address, preferred_channel, preferred_from,
				preferred_to, time_zone, language, do_not_call, advertising_consent, service_consent, serves_state,
				annual_revenue, customer_group, potential, potential_score, lifecycle, owner_id, purchases,
				last_outcome, registered_at, changed_at)
			values (:id, 0, :source, :externalId, :kind, :relation, :name, :searchName, :gender,
				:birthYear, :birthMonth, :birthDay, :birthCalendar, :address, :preferredChannel, :preferredFrom,
				:preferredTo, :zone, :language, :doNotCall, :advertisingConsent, :serviceConsent, :servesState,
				:annualRevenue, :group, 'COLD', 0, 'PROSPECT', :ownerId, 0, 'NONE', :now, :now)""";

	private static final String UPDATE = """
			update customer set version = version + 1, kind = :kind, relation = :relation, name = :name,
				search_name = :searchName, gender = :gender, birth_year = :birthYear, birth_month = :birthMonth,
				birth_day = :birthDay, birth_calendar = :birthCalendar, address = :address,
				preferred_channel = :preferredChannel, preferred_from = :preferredFrom, preferred_to = :preferredTo,
				time_zone = :zone, language = :language, do_not_call = :doNotCall,
				advertising_consent = :advertisingConsent, service_consent = :serviceConsent,
				opted_out_at = case when :advertisingConsent then null else opted_out_at end,
				serves_state = :servesState, annual_revenue = :annualRevenue, changed_at = :now
			where id = :id and version = :version""";

	private static final String CONSENT = """
			insert into customer_consent_change (customer_id, purpose, given, changed_at, reason)
			values (:customerId, :purpose, :given, :now, :reason)""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	CustomerStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void insert(Collection<NewCustomer> customers, String reason, Instant now) {
		batch(INSERT, customers.stream().map((customer) -> CustomerRows.parametersOf(customer, now)).toList());
		insertContactPoints(customers.stream().collect(Collectors.toMap(NewCustomer::id, NewCustomer::profile)));
		insertNeeds(customers.stream().collect(Collectors.toMap(NewCustomer::id, NewCustomer::profile)), now);
		insertConsents(customers, reason, now);
		insertOwners(customers, reason, now);
	}

	/** Writes the profile unless somebody changed it since the version was read. */
	boolean update(UUID customerId, int version, CustomerProfile profile, Instant now) {
		MapSqlParameterSource row = CustomerRows.parametersOf(profile)
			.addValue("id", customerId)
			.addValue("version", version)
			.addValue("now", SqlTime.of(now));
		return this.jdbc.sql(UPDATE).paramSource(row).update() == 1;
	}

	void replaceContactPoints(UUID customerId, CustomerProfile profile) {
		this.jdbc.sql("delete from customer_contact_point where customer_id = :id").param("id", customerId).update();
		insertContactPoints(Map.of(customerId, profile));
	}

	void replaceNeeds(UUID customerId, CustomerProfile profile, Instant now) {
		this.jdbc.sql("delete from customer_need where customer_id = :id").param("id", customerId).update();
		insertNeeds(Map.of(customerId, profile), now);
	}

	void insertConsent(UUID customerId, ConsentPurpose purpose, boolean given, String reason, Instant now) {
		batch(CONSENT, List.of(consent(customerId, purpose, given, reason, now)));
	}

	/** The customers that exist among the ids, in the order of the ids. */
	List<Customer> load(List<UUID> customerIds) {
		if (customerIds.isEmpty()) {
			return List.of();
		}
		Map<UUID, List<ContactPoint>> points = contactPoints(customerIds);
		Map<UUID, List<String>> needs = needs(customerIds);
		Map<UUID, Customer> customers = this.jdbc.sql("select * from customer where id in (:ids)")
			.param("ids", customerIds)
			.query((row, number) -> {
				UUID id = row.getObject("id", UUID.class);
				return CustomerRows.customer(row, points.getOrDefault(id, List.of()),
						needs.getOrDefault(id, List.of()));
			})
			.list()
			.stream()
			.collect(Collectors.toMap(Customer::id, (customer) -> customer));
		return customerIds.stream().filter(customers::containsKey).map(customers::get).toList();
	}

	Optional<Customer> find(UUID customerId) {
		return load(List.of(customerId)).stream().findFirst();
	}

	/**
	 * The id on record for the same id or the same source and external id.
	 */
	Optional<UUID> findKnown(NewCustomer customer) {
		return this.jdbc.sql("""
				select id from customer where id = :id
				union select id from customer where source = :source and external_id = :externalId""")
			.param("id", customer.id())
			.param("source", customer.source())
			.param("externalId", (customer.externalId() != null) ? customer.externalId() : "")
			.query(UUID.class)
			.list()
			.stream()
			.findFirst();
	}

	/** Those of the external ids that the source handed over already. */
	Set<String> knownExternalIds(String source, Collection<String> externalIds) {
		return this.jdbc.sql("select external_id from customer where source = :source and external_id in (:ids)")
			.param("source", source)
			.param("ids", externalIds)
			.query(String.class)
			.set();
	}

	private void insertContactPoints(Map<UUID, CustomerProfile> profiles) {
		List<MapSqlParameterSource> rows = new ArrayList<>();
		profiles.forEach((customerId, profile) -> {
			for (int i = 0; i < profile.contactPoints().size(); i++) {
				ContactPoint point = profile.contactPoints().get(i);
				rows.add(new MapSqlParameterSource("customerId", customerId).addValue("kind", point.kind().name())
					.addValue("value", point.value())
					.addValue("rank", i));
			}
		});
		batch("""
				insert into customer_contact_point (customer_id, kind, contact_value, rank_no)
				values (:customerId, :kind, :value, :rank)""", rows);
	}

	private void insertNeeds(Map<UUID, CustomerProfile> profiles, Instant now) {
		List<MapSqlParameterSource> rows = new ArrayList<>();
		profiles.forEach((customerId, profile) -> profile.needs()
			.stream()
			.collect(Collectors.toMap(SearchText::of, (need) -> need, (first, second) -> first))
			.forEach((key,
					need) -> rows.add(new MapSqlParameterSource("customerId", customerId).addValue("key", key)
						.addValue("need", need)
						.addValue("now", SqlTime.of(now)))));
		batch("""
				insert into customer_need (customer_id, need_key, need, added_at)
				values (:customerId, :key, :need, :now)""", rows);
	}

	/** Keeps what differs from the state of a customer nobody asked. */
	private void insertConsents(Collection<NewCustomer> customers, String reason, Instant now) {
		List<MapSqlParameterSource> rows = new ArrayList<>();
		for (NewCustomer customer : customers) {
			Consents consents = customer.profile().consents();
			if (consents.advertising()) {
				rows.add(consent(customer.id(), ConsentPurpose.ADVERTISING, true, reason, now));
			}
			if (!consents.service()) {
				rows.add(consent(customer.id(), ConsentPurpose.SERVICE, false, reason, now));
			}
		}
		batch(CONSENT, rows);
	}

	private void insertOwners(Collection<NewCustomer> customers, String reason, Instant now) {
		batch("""
				insert into customer_owner (customer_id, owner_id, from_at, reason)
				values (:customerId, :ownerId, :now, :reason)""",
				customers.stream()
					.filter((customer) -> customer.ownerId() != null)
					.map((customer) -> new MapSqlParameterSource("customerId", customer.id())
						.addValue("ownerId", customer.ownerId())
						.addValue("now", SqlTime.of(now))
						.addValue("reason", LimitedText.reason(reason)))
					.toList());
	}

	private static MapSqlParameterSource consent(UUID customerId, ConsentPurpose purpose, boolean given, String reason,
			Instant now) {
		return new MapSqlParameterSource("customerId", customerId).addValue("purpose", purpose.name())
			.addValue("given", given)
			.addValue("now", SqlTime.of(now))
			.addValue("reason", LimitedText.reason(reason));
	}

	private Map<UUID, List<ContactPoint>> contactPoints(List<UUID> customerIds) {
		record Owned(UUID customerId, ContactPoint point) {
		}
		return this.jdbc.sql("""
				select customer_id, kind, contact_value from customer_contact_point
				where customer_id in (:ids) order by customer_id, rank_no""")
			.param("ids", customerIds)
			.query((row, number) -> new Owned(row.getObject("customer_id", UUID.class),
					new ContactPoint(ContactPointKind.valueOf(row.getString("kind")), row.getString("contact_value"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Owned::customerId, Collectors.mapping(Owned::point, Collectors.toList())));
	}

	private Map<UUID, List<String>> needs(List<UUID> customerIds) {
		record Owned(UUID customerId, String need) {
		}
		return this.jdbc.sql("""
				select customer_id, need from customer_need
				where customer_id in (:ids) order by customer_id, added_at, need_key""")
			.param("ids", customerIds)
			.query((row, number) -> new Owned(row.getObject("customer_id", UUID.class), row.getString("need")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Owned::customerId, Collectors.mapping(Owned::need, Collectors.toList())));
	}

	private void batch(String sql, List<? extends SqlParameterSource> rows) {
		if (!rows.isEmpty()) {
			this.batches.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
		}
	}

}
