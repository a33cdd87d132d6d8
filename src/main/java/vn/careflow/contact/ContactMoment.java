package vn.careflow.contact;

import java.time.Instant;
import java.util.List;

/**
 * A moment at which every binding rule lets a contact begin.
 *
 * @param at the moment
 * @param dueAt until when on its day the contact may be carried out, exclusive
 * @param broken the wishes that the moment does not fulfil
 */
public record ContactMoment(Instant at, Instant dueAt, List<BrokenWish> broken) {

	/** How long the contact would wait rather than break these wishes, in minutes. */
	public long worthMinutes() {
		return this.broken.stream().mapToLong(BrokenWish::worthMinutes).sum();
	}

	/**
	 * A wish that a moment does not fulfil.
	 *
	 * @param rule the rule, such as {@code LUNCH}
	 * @param reason why, in Vietnamese
	 * @param worthMinutes how long a contact waits rather than break it
	 */
	public record BrokenWish(String rule, String reason, long worthMinutes) {
	}

}
