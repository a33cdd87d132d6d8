package vn.careflow.staff;

import org.jspecify.annotations.Nullable;

/**
 * The answer to someone who wants to enter an absence: it is in the book, or it is
 * refused with a reason.
 */
public sealed interface AbsenceEntry {

	/**
	 * The absence is in the book.
	 *
	 * @param absence the absence as kept
	 * @param changed whether the book is another than before
	 */
	record Entered(Absence absence, boolean changed) implements AbsenceEntry {
	}

	/**
	 * The absence breaks a rule and was not kept.
	 *
	 * @param field the property of {@link NewAbsence} that has to change, or null when it
	 * is in conflict with what is already in the book
	 * @param reason why, in Vietnamese, for the person who entered it
	 */
	record Refused(@Nullable String field, String reason) implements AbsenceEntry {
	}

}
