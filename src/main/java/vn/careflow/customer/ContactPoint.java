package vn.careflow.customer;

import java.util.Locale;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * A phone, an e-mail address or an identity on a channel, in the one spelling in which
 * two records of the same person are equal. {@link #of} makes that spelling; the
 * constructor takes nothing else.
 *
 * @param kind what it is
 * @param value a phone in E.164, an e-mail in lower case, an identity as the channel has
 * it
 */
public record ContactPoint(ContactPointKind kind, String value) {

	private static final int MAX_LENGTH = 254;

	private static final String REGION = "VN";

	private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{3,14}");

	/**
	 * One @, something on both sides, a dot in the domain: the mail server knows the
	 * rest.
	 */
	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\".]+(\\.[^\\s@<>,;\".]+)+");

	private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

	public ContactPoint {
		boolean fits = switch (kind) {
			case PHONE -> E164.matcher(value).matches();
			case EMAIL -> EMAIL.matcher(value).matches() && value.equals(value.toLowerCase(Locale.ROOT));
			case ZALO, FACEBOOK -> !value.isBlank();
		};
		if (!fits || value.length() > MAX_LENGTH) {
			throw new IllegalArgumentException("Not a normalised value of kind " + kind);
		}
	}

	/**
	 * Normalises what somebody typed.
	 * @throws IllegalArgumentException when it is no valid phone, e-mail or identity
	 */
	public static ContactPoint of(ContactPointKind kind, String text) {
		return switch (kind) {
			case PHONE -> phone(text);
			case EMAIL -> email(text);
			case ZALO, FACEBOOK -> new ContactPoint(kind, text.strip());
		};
	}

	/** Normalises a phone; without a country it is a Vietnamese one. */
	public static ContactPoint phone(String text) {
		try {
			PhoneNumber number = PHONES.parse(text, REGION);
			if (!PHONES.isValidNumber(number)) {
				throw new IllegalArgumentException("Not a valid phone number");
			}
			return new ContactPoint(ContactPointKind.PHONE, PHONES.format(number, PhoneNumberFormat.E164));
		}
		catch (NumberParseException ex) {
			throw new IllegalArgumentException("Not a phone number", ex);
		}
	}

	/** Normalises an e-mail address. */
	public static ContactPoint email(String text) {
		return new ContactPoint(ContactPointKind.EMAIL, text.strip().toLowerCase(Locale.ROOT));
	}

}
