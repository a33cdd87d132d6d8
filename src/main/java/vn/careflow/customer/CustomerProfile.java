package vn.careflow.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What people enter and change about a customer, as opposed to what care finds out about
 * them.
 *
 * @param kind person or organisation
 * @param relation customer, supplier or partner
 * @param name 1 to 200 characters, with diacritics
 * @param gender null for organisations and where unknown
 * @param birthday null where unknown
 * @param contactPoints phones, e-mails and identities, the main one of each kind first
 * @param address free text
 * @param preferences how and when to contact
 * @param consents what they agreed to
 * @param servesState whether they serve in the armed forces, the state or the party
 * leadership
 * @param annualRevenue what they bring a year, in VND; null where unknown
 * @param needs products and services of interest, each once
 */
public record CustomerProfile(CustomerKind kind, CustomerRelation relation, String name, @Nullable Gender gender,
		@Nullable Birthday birthday, List<ContactPoint> contactPoints, @Nullable String address,
		ContactPreferences preferences, Consents consents, boolean servesState, @Nullable Long annualRevenue,
		List<String> needs) {

	static final int MAX_NAME = 200;

	static final int MAX_ADDRESS = 500;

	static final int MAX_NEED = 300;

	static final long MAX_REVENUE = 999_999_999_999_999L;

	public CustomerProfile {
		name = tidy(name);
		require(!name.isEmpty() && name.length() <= MAX_NAME, "A name has 1 to 200 characters");
		require(address == null || address.length() <= MAX_ADDRESS, "An address has at most 500 characters");
		require(annualRevenue == null || (annualRevenue >= 0 && annualRevenue <= MAX_REVENUE),
				"Annual revenue is 0 to 10^15 VND");
		contactPoints = List.copyOf(new LinkedHashSet<>(contactPoints));
		needs = List.copyOf(new LinkedHashSet<>(needs.stream().map(CustomerProfile::tidy).toList()));
		require(needs.stream().allMatch((need) -> !need.isEmpty() && need.length() <= MAX_NEED),
				"A need has 1 to 300 characters");
	}

	/** Begins the profile of a natural person. */
	public static Builder person(String name) {
		return new Builder(CustomerKind.PERSON, name);
	}

	/** Begins the profile of an organisation. */
	public static Builder organisation(String name) {
		return new Builder(CustomerKind.ORGANISATION, name);
	}

	/** All values of one kind, the main one first. */
	public List<String> values(ContactPointKind pointKind) {
		return this.contactPoints.stream()
			.filter((point) -> point.kind() == pointKind)
			.map(ContactPoint::value)
			.toList();
	}

	/** The number, address or identity to use first. */
	public Optional<String> main(ContactPointKind pointKind) {
		return values(pointKind).stream().findFirst();
	}

	/** Vietnamese typed on some systems comes decomposed: one spelling for one word. */
	static String tidy(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

	/** Collects what is known; everything but kind and name has a default. */
	public static final class Builder {

		private final CustomerKind kind;

		private final String name;

		private CustomerRelation relation = CustomerRelation.CUSTOMER;

		private @Nullable Gender gender;

		private @Nullable Birthday birthday;

		private final List<ContactPoint> contactPoints = new ArrayList<>();

		private @Nullable String address;

		private ContactPreferences preferences = ContactPreferences.NONE;

		private Consents consents = Consents.UNASKED;

		private boolean servesState;

		private @Nullable Long annualRevenue;

		private final List<String> needs = new ArrayList<>();

		private Builder(CustomerKind kind, String name) {
			this.kind = kind;
			this.name = name;
		}

		public Builder relation(CustomerRelation relation) {
			this.relation = relation;
			return this;
		}

		public Builder gender(@Nullable Gender gender) {
			this.gender = gender;
			return this;
		}

		public Builder birthday(@Nullable Birthday birthday) {
			this.birthday = birthday;
			return this;
		}

		public Builder phone(String phone) {
			return at(ContactPoint.phone(phone));
		}

		public Builder email(String email) {
			return at(ContactPoint.email(email));
		}

		public Builder at(ContactPoint contactPoint) {
			this.contactPoints.add(contactPoint);
			return this;
		}

		public Builder address(@Nullable String address) {
			this.address = address;
			return this;
		}

		public Builder preferences(ContactPreferences preferences) {
			this.preferences = preferences;
			return this;
		}

		public Builder consents(Consents consents) {
			this.consents = consents;
			return this;
		}

		/** The customer agreed to advertising: without it no such call is permitted. */
		public Builder agreesToAdvertising() {
			return consents(new Consents(true, true));
		}

		public Builder servesState(boolean servesState) {
			this.servesState = servesState;
			return this;
		}

		public Builder annualRevenue(@Nullable Long annualRevenue) {
			this.annualRevenue = annualRevenue;
			return this;
		}

		public Builder need(String need) {
			this.needs.add(need);
			return this;
		}

		/**
		 * Completes the profile.
		 * @throws IllegalArgumentException when a value is out of its limits
		 */
		public CustomerProfile build() {
			return new CustomerProfile(this.kind, this.relation, this.name, this.gender, this.birthday,
					this.contactPoints, this.address, this.preferences, this.consents, this.servesState,
					this.annualRevenue, this.needs);
		}

	}

}
