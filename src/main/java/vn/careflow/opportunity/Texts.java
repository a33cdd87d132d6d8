package vn.careflow.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * Refuses texts that the room cannot keep, before anything is written.
 */
final class Texts {

	static final int LONGEST_REFERENCE = 200;

	static final int LONGEST_NOTE = 20_000;

	private Texts() {
	}

	static String required(String name, @Nullable String value, int longest) {
		String text = optional(name, value, longest);
		if (text == null) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		return text;
	}

	/**
	 * Blank is the same as left out: forms send empty strings. What PostgreSQL cannot
	 * keep is left out too.
	 */
	static @Nullable String optional(String name, @Nullable String value, int longest) {
		if (value == null || value.isBlank()) {
			return null;
		}
		String text = value.replace("\0", "").strip();
		if (text.length() > longest) {
			throw new IllegalArgumentException(name + " must not be longer than " + longest + " characters");
		}
		return text;
	}

}
