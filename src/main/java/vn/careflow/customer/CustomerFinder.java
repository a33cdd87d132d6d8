package vn.careflow.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds customers by whatever people know of them. */
@Repository
class CustomerFinder {

	private static final Pattern NUMBER = Pattern.compile("(?i)kh0*(\\d{1,18})");

	/** Fewer digits of a phone would list half the customers. */
	private static final Pattern PHONE_END = Pattern.compile("\\d{4,15}");

	private static final long NO_NUMBER = -1;

	/** A switchboard may be the phone of many. */
	private static final int MAX_SHARING = 1000;

	private final JdbcClient jdbc;

	CustomerFinder(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The earliest customer with this number, external id, phone, e-mail or identity. */
	Optional<UUID> findByReference(String reference) {
		return reference.isBlank() ? Optional.empty() : behind(reference.strip(), 1).stream().findFirst();
	}

	/**
	 * A reference that somebody has lists only those who have it: that is an index, while
	 * names are read one by one.
	 */
	Page<UUID> page(CustomerSearch search, int page, int size) {
		MapSqlParameterSource parameters = new MapSqlParameterSource();
		String where = where(search, parameters);
		long total = this.jdbc.sql("select count(*) from customer c" + where)
			.paramSource(parameters)
			.query(Long.class)
			.single();
		List<UUID> ids = this.jdbc
			.sql("select c.id from customer c" + where
					+ " order by c.customer_number desc offset :offset rows fetch next :size rows only")
			.paramSource(parameters.addValue("offset", (long) page * size).addValue("size", size))
			.query(UUID.class)
			.list();
		return new Page<>(ids, page, size, total);
	}

	List<DuplicateMatch> duplicatesOf(UUID customerId) {
		return this.jdbc.sql("""
				select c.id, c.customer_number, c.name, o.kind, o.contact_value
				from customer_contact_point m
				join customer_contact_point o
					on o.contact_value = m.contact_value and o.kind = m.kind and o.customer_id <> m.customer_id
				join customer c on c.id = o.customer_id
				where m.customer_id = :id
				order by c.customer_number, o.kind, o.contact_value fetch first 100 rows only""")
			.param("id", customerId)
			.query((row, index) -> new DuplicateMatch(row.getObject("id", UUID.class),
					Customer.numberOf(row.getLong("customer_number")), row.getString("name"),
					ContactPointKind.valueOf(row.getString("kind")), row.getString("contact_value")))
			.list();
	}

	/** Who has one of these phones, e-mails or identities: the number of the earliest. */
	Map<ContactPoint, String> holdersOf(Collection<ContactPoint> points) {
		Map<ContactPoint, String> holders = new LinkedHashMap<>();
		if (points.isEmpty()) {
			return holders;
		}
		this.jdbc.sql("""
				select p.kind, p.contact_value, min(c.customer_number) as customer_number
				from customer_contact_point p join customer c on c.id = p.customer_id
				where p.contact_value in (:values) group by p.kind, p.contact_value""")
			.param("values", points.stream().map(ContactPoint::value).distinct().toList())
			.query((row) -> {
				holders.put(new ContactPoint(ContactPointKind.valueOf(row.getString("kind")),
						row.getString("contact_value")), Customer.numberOf(row.getLong("customer_number")));
			});
		return holders;
	}

	private String where(CustomerSearch search, MapSqlParameterSource parameters) {
		List<String> conditions = new ArrayList<>();
		if (search.text() != null && !search.text().isBlank()) {
			conditions.add(textCondition(search.text().strip(), parameters));
		}
		addEqual(conditions, parameters, "lifecycle", search.lifecycle());
		addEqual(conditions, parameters, "customer_group", search.group());
		addEqual(conditions, parameters, "potential", search.potential());
		addEqual(conditions, parameters, "owner_id", search.ownerId());
		return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
	}

	private String textCondition(String text, MapSqlParameterSource parameters) {
		List<UUID> behind = behind(text, MAX_SHARING);
		if (!behind.isEmpty()) {
			parameters.addValue("behind", behind);
			return "c.id in (:behind)";
		}
		String digits = text.replaceAll("[\\s.()-]", "");
		if (PHONE_END.matcher(digits).matches()) {
			parameters.addValue("phoneEnd", "%" + digits);
			return "c.id in (select p.customer_id from customer_contact_point p where p.kind = 'PHONE'"
					+ " and p.contact_value like :phoneEnd)";
		}
		List<String> words = new ArrayList<>();
		for (String word : SearchText.of(text).split("\\s+")) {
			String name = "word" + words.size();
			words.add("c.search_name like :" + name + " escape '!'");
			parameters.addValue(name, SearchText.anywhere(word));
		}
		return String.join(" and ", words);
	}

	private List<UUID> behind(String reference, int limit) {
		return this.jdbc.sql("""
				select id, customer_number from customer where customer_number = :number
				union select id, customer_number from customer where external_id = :reference
				union select c.id, c.customer_number from customer_contact_point p
					join customer c on c.id = p.customer_id where p.contact_value in (:values)
				order by customer_number fetch first :limit rows only""")
			.paramSource(referenceParameters(reference).addValue("limit", limit))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	private static void addEqual(List<String> conditions, MapSqlParameterSource parameters, String column,
			@Nullable Object value) {
		if (value != null) {
			conditions.add("c." + column + " = :" + column);
			parameters.addValue(column, value.toString());
		}
	}

	private static MapSqlParameterSource referenceParameters(String text) {
		Matcher number = NUMBER.matcher(text);
		List<String> values = new ArrayList<>(List.of(text, text.toLowerCase(Locale.ROOT)));
		try {
			values.add(ContactPoint.phone(text).value());
		}
		catch (IllegalArgumentException ex) {
			// Not every reference is a phone.
		}
		return new MapSqlParameterSource("number", number.matches() ? Long.parseLong(number.group(1)) : NO_NUMBER)
			.addValue("reference", text)
			.addValue("values", values.stream().distinct().toList());
	}

}
