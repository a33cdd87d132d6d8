package vn.careflow.contact;

import java.time.Duration;
import java.util.List;

/**
 * A quota or a buffer that binds a contact and others that are planned with it.
 *
 * @param key what it counts: contacts that have this key; may name a phone number, so it
 * is never kept or logged
 * @param atMost so many contacts
 * @param within in any stretch of this length
 * @param label what people call it, in Vietnamese
 */
public record SharedLimit(String key, int atMost, Duration within, String label) {

	/**
	 * Whether the others leave no room for a contact.
	 * @param own when it begins
	 * @param others when those begin that have the key of this limit
	 */
	public boolean isExceeded(ContactMoment own, List<ContactMoment> others) {
		List<NumberUse> uses = others.stream().map((other) -> new NumberUse(other.at(), other.dueAt())).toList();
		return new Quota(this.atMost, this.within, uses).freeFrom(own.at(), own.dueAt()).isPresent();
	}

}
