package vn.careflow.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Turns customers into rows and rows into customers. */
final class CustomerRows {

	private CustomerRows() {
	}

	static MapSqlParameterSource parametersOf(NewCustomer customer, Instant now) {
		return parametersOf(customer.profile()).addValue("id", customer.id())
			.addValue("source", customer.source())
			.addValue("externalId", customer.externalId())
			.addValue("ownerId", customer.ownerId())
			.addValue("group", firstGroup(customer.profile()).name())
			.addValue("now", SqlTime.of(now));
	}

	static MapSqlParameterSource parametersOf(CustomerProfile profile) {
		MapSqlParameterSource parameters = new MapSqlParameterSource("kind", profile.kind().name())
			.addValue("relation", profile.relation().name())
			.addValue("name", profile.name())
			.addValue("searchName", SearchText.of(profile.name()))
			.addValue("gender", nameOf(profile.gender()))
			.addValue("address", profile.address())
			.addValue("advertisingConsent", profile.consents().advertising())
			.addValue("serviceConsent", profile.consents().service())
			.addValue("servesState", profile.servesState())
			.addValue("annualRevenue",
					(profile.annualRevenue() != null) ? BigDecimal.valueOf(profile.annualRevenue()) : null);
		addBirthday(parameters, profile.birthday());
		addPreferences(parameters, profile.preferences());
		return parameters;
	}

	static Customer customer(ResultSet row, List<ContactPoint> contactPoints, List<String> needs) throws SQLException {
		return new Customer(row.getObject("id", UUID.class), Customer.numberOf(row.getLong("customer_number")),
				row.getInt("version"), row.getString("source"), row.getString("external_id"),
				profile(row, contactPoints, needs), CustomerGroup.valueOf(row.getString("customer_group")),
				Potential.valueOf(row.getString("potential")), row.getInt("potential_score"),
				row.getString("potential_reason"), Lifecycle.valueOf(row.getString("lifecycle")),
				row.getString("owner_id"), dealings(row), SqlTime.readNullable(row, "opted_out_at"),
				SqlTime.read(row, "registered_at"), SqlTime.read(row, "changed_at"));
	}

	static @Nullable PreferredChannel channel(ResultSet row, String column) throws SQLException {
		String channel = row.getString(column);
		return (channel != null) ? PreferredChannel.valueOf(channel) : null;
	}

	static @Nullable ZoneId zone(ResultSet row) throws SQLException {
		String zone = row.getString("time_zone");
		return (zone != null) ? ZoneId.of(zone) : null;
	}

	/** Until the rules have spoken; they are asked at the start of the first case. */
	private static CustomerGroup firstGroup(CustomerProfile profile) {
		if (profile.servesState()) {
			return CustomerGroup.SPECIAL;
		}
		return (profile.kind() == CustomerKind.ORGANISATION) ? CustomerGroup.LARGE : CustomerGroup.SMALL;
	}

	private static void addBirthday(MapSqlParameterSource parameters, @Nullable Birthday birthday) {
		parameters.addValue("birthYear", (birthday != null) ? birthday.year() : null)
			.addValue("birthMonth", (birthday != null) ? birthday.month() : null)
			.addValue("birthDay", (birthday != null) ? birthday.day() : null)
			.addValue("birthCalendar", (birthday != null) ? birthday.calendar().name() : null);
	}

	private static void addPreferences(MapSqlParameterSource parameters, ContactPreferences preferences) {
		parameters.addValue("preferredChannel", nameOf(preferences.channel()))
			.addValue("preferredFrom", preferences.from())
			.addValue("preferredTo", preferences.until())
			.addValue("zone", (preferences.zone() != null) ? preferences.zone().getId() : null)
			.addValue("language", preferences.language())
			.addValue("doNotCall", preferences.doNotCall());
	}

	private static CustomerProfile profile(ResultSet row, List<ContactPoint> contactPoints, List<String> needs)
			throws SQLException {
		String gender = row.getString("gender");
		BigDecimal revenue = row.getBigDecimal("annual_revenue");
		return new CustomerProfile(CustomerKind.valueOf(row.getString("kind")),
				CustomerRelation.valueOf(row.getString("relation")), row.getString("name"),
				(gender != null) ? Gender.valueOf(gender) : null, birthday(row), contactPoints,
				row.getString("address"), preferences(row),
				new Consents(row.getBoolean("advertising_consent"), row.getBoolean("service_consent")),
				row.getBoolean("serves_state"), (revenue != null) ? revenue.longValueExact() : null, needs);
	}

	private static @Nullable Birthday birthday(ResultSet row) throws SQLException {
		String calendar = row.getString("birth_calendar");
		if (calendar == null) {
			return null;
		}
		return new Birthday(row.getObject("birth_year", Integer.class), row.getInt("birth_month"),
				row.getInt("birth_day"), CalendarSystem.valueOf(calendar));
	}

	private static ContactPreferences preferences(ResultSet row) throws SQLException {
		return new ContactPreferences(channel(row, "preferred_channel"),
				row.getObject("preferred_from", LocalTime.class), row.getObject("preferred_to", LocalTime.class),
				zone(row), row.getString("language"), row.getBoolean("do_not_call"));
	}

	private static Customer.Dealings dealings(ResultSet row) throws SQLException {
		return new Customer.Dealings(row.getInt("purchases"), SqlTime.readNullable(row, "last_purchase_at"),
				SqlTime.readNullable(row, "last_contact_at"), row.getString("last_outcome"));
	}

	private static @Nullable String nameOf(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

}
