package vn.careflow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the language of a label and whether it is written like a sentence.
 * <p>
 * Vietnamese is written in syllables of a fixed build, so a word that is none is foreign;
 * marks alone do not tell, for «Leo thang» has none.
 */
final class ModelWords {

	private static final Pattern SYLLABLE = Pattern
		.compile("(?:ngh|ng|nh|gh|gi|g|ch|c|kh|k|ph|qu|th|tr|t|[bdhlmnrsvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?");

	private static final Set<String> NAMES = Set.of("e", "mail", "email", "sms", "zalo", "facebook", "csat", "nps");

	private static final Pattern MARK = Pattern.compile("\\p{M}");

	private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}]+");

	private ModelWords() {
	}

	static boolean isVietnamese(String label) {
		return words(label).map((word) -> plain(word).toLowerCase(Locale.ROOT))
			.allMatch((word) -> NAMES.contains(word) || SYLLABLE.matcher(word).matches());
	}

	/** English as far as this house writes it: plain letters, and an end. */
	static boolean isEnglishSentence(String text) {
		return (text.endsWith(".") || text.endsWith("?")) && text.chars().allMatch((letter) -> letter < 0x80);
	}

	/** First letter upper case, the others not, but for names: «Ghi nhận yêu cầu». */
	static boolean isSentenceCase(String label) {
		String first = words(label).findFirst().orElse("");
		return startsUpper(first) && hasNoCapitals(label.substring(label.indexOf(first) + first.length()))
				&& first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
	}

	static boolean hasNoCapitals(String label) {
		return words(label).filter((word) -> !NAMES.contains(word.toLowerCase(Locale.ROOT)))
			.noneMatch(ModelWords::startsUpper);
	}

	private static boolean startsUpper(String word) {
		return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
	}

	private static Stream<String> words(String label) {
		return NOT_A_WORD.splitAsStream(Normalizer.normalize(label, Normalizer.Form.NFC))
			.filter((word) -> !word.isEmpty());
	}

	private static String plain(String word) {
		return MARK.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
			.replaceAll("")
			.replace('đ', 'd')
			.replace('Đ', 'D');
	}

}
