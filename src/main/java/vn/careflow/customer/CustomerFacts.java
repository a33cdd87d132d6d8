package vn.careflow.customer;

import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * What rules ask about a customer, read in one query because they ask for every call.
 *
 * @param kind person or organisation
 * @param servesState serves in the armed forces, the state or the party leadership
 * @param annualRevenue VND a year, 0 when unknown
 * @param needKnown at least one need is on record
 * @param purchases orders placed so far
 * @param daysSinceContact calendar days since somebody last spoke with them,
 * {@link #NEVER} when nobody did
 * @param lastOutcome NONE, WON, NOT_YET, LOST, UNREACHABLE or NOT_INTERESTED
 * @param group the care group
 * @param potential how likely they buy
 * @param lifecycle where they stand
 * @param language ISO 639-1 code
 * @param ownerId the agent responsible, null when nobody is
 * @param phone the main phone in E.164, null when none is known
 * @param doNotCall no call at all is permitted
 * @param advertisingConsent false after an opt-out
 * @param serviceConsent whether care for what they bought is welcome
 * @param preferredChannel null when they did not say
 * @param preferredFrom start of their preferred hours in {@code zone}, null when they
 * have none
 * @param preferredTo end of them, exclusive
 * @param zone where they live; the zone of the business unless they said otherwise
 */
public record CustomerFacts(CustomerKind kind, boolean servesState, long annualRevenue, boolean needKnown,
		int purchases, int daysSinceContact, String lastOutcome, CustomerGroup group, Potential potential,
		Lifecycle lifecycle, String language, @Nullable String ownerId, @Nullable String phone, boolean doNotCall,
		boolean advertisingConsent, boolean serviceConsent, @Nullable PreferredChannel preferredChannel,
		@Nullable LocalTime preferredFrom, @Nullable LocalTime preferredTo, ZoneId zone) {

	/** Days since a contact that never was. */
	public static final int NEVER = 9999;

}
