package vn.careflow.security;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.careflow.staff.Staff;

/**
 * Knows who no longer works here: their accounts stay, because history names them, but
 * nobody signs in to them and nobody stays signed in.
 */
@Component
class Leavers {

	private final Staff staff;

	private final Clock clock;

	Leavers(Staff staff, Clock clock) {
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Whether this user's employment has ended; false for users who are no staff.
	 */
	boolean include(String userId) {
		return this.staff.find(userId)
			.filter((agent) -> agent.employedUntil() != null
					&& !LocalDate.now(this.clock).isBefore(agent.employedUntil()))
			.isPresent();
	}

}
