package vn.careflow.process;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.careflow.contact.Contacts;

/**
 * Finds planned contacts other times where theirs no longer fit; {@link ContactTimers}
 * hears of each and moves its timers.
 */
@Component
@Order(1)
class ContactsFollowCalendars implements CalendarFollower {

	private final Contacts contacts;

	ContactsFollowCalendars(Contacts contacts) {
		this.contacts = contacts;
	}

	@Override
	public List<String> following(Set<String> calendars, @Nullable String after, int atMost) {
		return this.contacts.scheduledBy(calendars, (after != null) ? UUID.fromString(after) : null, atMost)
			.stream()
			.map(UUID::toString)
			.toList();
	}

	@Override
	public boolean follow(String id) {
		return this.contacts.replan(UUID.fromString(id));
	}

}
