package vn.careflow.contact;

import java.util.List;

/**
 * What came of the wish for a time.
 */
public sealed interface AppointmentAnswer {

	/**
	 * It is as it was asked for.
	 *
	 * @param appointment as it stands now
	 */
	record Agreed(Appointment appointment) implements AppointmentAnswer {
	}

	/**
	 * The time cannot be had; nothing was changed.
	 *
	 * @param reasons why
	 * @param next the next free times instead, the best first
	 */
	record Refused(List<AppointmentRefusal> reasons, List<AppointmentSlot> next) implements AppointmentAnswer {
	}

	/**
	 * The appointment is over, or was never confirmed in time: it cannot be changed any
	 * more.
	 *
	 * @param appointment as it stands
	 */
	record Over(Appointment appointment) implements AppointmentAnswer {
	}

}
