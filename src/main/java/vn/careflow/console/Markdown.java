package vn.careflow.console;

import java.util.regex.Pattern;

/**
 * Puts what people wrote into a form's text, which the browser reads as Markdown, so that
 * it stays what they wrote.
 */
final class Markdown {

	private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>~&-]");

	private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

	private Markdown() {
	}

	/** The text as one paragraph in which no character has a meaning of its own. */
	static String plain(String text) {
		String line = LINE_BREAKS.matcher(text.strip()).replaceAll(" ");
		return MARKS.matcher(line).replaceAll("\\\\$0");
	}

}
