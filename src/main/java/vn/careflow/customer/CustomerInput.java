package vn.careflow.customer;

import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What people and other systems write about a customer, field by field: the names are
 * those of the JSON and of an import mapping alike.
 *
 * @param source where they come from
 * @param externalId their id in the source
 * @param ownerId the agent responsible
 * @param kind person or organisation
 * @param relation customer, supplier or partner
 * @param name with diacritics
 * @param gender of a person
 * @param birthday {@code 1990-02-28}, {@code 28/02/1990}, or without the year
 * {@code --02-28}, {@code 28/02}
 * @param birthdayCalendar solar or lunar
 * @param phones the main one first
 * @param emails the main one first
 * @param zaloIds identities on Zalo
 * @param facebookIds identities on Facebook
 * @param address free text
 * @param preferredChannel how to contact
 * @param preferredFrom start of the preferred hours, {@code 09:00}
 * @param preferredTo end of them, exclusive
 * @param timeZone where they live, when it is not the zone of the business
 * @param language ISO 639-1 code
 * @param doNotCall no call at all
 * @param advertisingConsent agreed to advertising
 * @param serviceConsent agreed to care for what they bought
 * @param servesState armed forces, state or party leadership
 * @param annualRevenue VND a year
 * @param needs what they are interested in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CustomerInput(@Schema(example = "web") String source, @Nullable String externalId, @Nullable String ownerId,
		CustomerKind kind, CustomerRelation relation,
		@Schema(example = "Nguyễn Thị Lan", requiredMode = Schema.RequiredMode.REQUIRED) String name,
		@Nullable Gender gender, @Schema(example = "1990-02-28") @Nullable String birthday,
		@Nullable CalendarSystem birthdayCalendar, @Schema(example = "[\"0901234567\"]") List<String> phones,
		List<String> emails, List<String> zaloIds, List<String> facebookIds, @Nullable String address,
		@Nullable PreferredChannel preferredChannel, @Schema(example = "09:00") @Nullable String preferredFrom,
		@Schema(example = "11:30") @Nullable String preferredTo, @Nullable String timeZone, String language,
		boolean doNotCall, boolean advertisingConsent, boolean serviceConsent, boolean servesState,
		@Nullable Long annualRevenue, List<String> needs) {

	static CustomerInput of(Customer customer) {
		CustomerProfile profile = customer.profile();
		Birthday birthday = profile.birthday();
		ContactPreferences preferences = profile.preferences();
		return new CustomerInput(customer.source(), customer.externalId(), customer.ownerId(), profile.kind(),
				profile.relation(), profile.name(), profile.gender(), (birthday != null) ? birthday.text() : null,
				(birthday != null) ? birthday.calendar() : null, profile.values(ContactPointKind.PHONE),
				profile.values(ContactPointKind.EMAIL), profile.values(ContactPointKind.ZALO),
				profile.values(ContactPointKind.FACEBOOK), profile.address(), preferences.channel(),
				text(preferences.from()), text(preferences.until()), zone(preferences.zone()), preferences.language(),
				preferences.doNotCall(), profile.consents().advertising(), profile.consents().service(),
				profile.servesState(), profile.annualRevenue(), profile.needs());
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	private static @Nullable String zone(@Nullable ZoneId zone) {
		return (zone != null) ? zone.getId() : null;
	}

}
