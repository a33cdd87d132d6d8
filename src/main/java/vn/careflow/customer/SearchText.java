package vn.careflow.customer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: lower case, without Vietnamese diacritics. */
final class SearchText {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private SearchText() {
	}

	/** Makes "Nguyễn Đức" "nguyen duc". */
	static String of(String text) {
		String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
		return plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
	}

	/** The pattern that finds a text anywhere, with {@code !} as escape character. */
	static String anywhere(String text) {
		return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
