package vn.careflow.staff;

import java.util.Set;

/**
 * Calendars have other hours from now on. Published in the transaction of the change,
 * once for each change.
 *
 * @param names the calendars: those that were changed and all that inherit from them
 */
public record CalendarsChanged(Set<String> names) {

	public CalendarsChanged {
		names = Set.copyOf(names);
	}

}
