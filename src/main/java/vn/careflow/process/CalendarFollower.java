package vn.careflow.process;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A kind of moments that were worked out by business calendars and have to be worked out
 * anew when the calendars change.
 */
interface CalendarFollower {

	/**
	 * What may have to follow, a page of it by id.
	 * @param calendars the names of the calendars that changed
	 * @param after the last id of the page before, null for the first page
	 * @param atMost how many
	 */
	List<String> following(Set<String> calendars, @Nullable String after, int atMost);

	/**
	 * Works one of them out anew and moves its timers and tasks; doing so twice moves
	 * nothing the second time.
	 * @return whether anything had to be moved
	 */
	boolean follow(String id);

}
