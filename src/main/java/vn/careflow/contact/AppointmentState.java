package vn.careflow.contact;

/**
 * Where an appointment stands.
 */
public enum AppointmentState {

	/** Its time is kept for a while, until somebody confirms it. */
	HELD,

	/** It will take place. */
	CONFIRMED,

	/** It took place. */
	DONE,

	/** The customer did not come, or could not be reached. */
	NO_SHOW,

	/** It was called off. */
	CANCELLED,

	/** Nobody confirmed it while its time was kept. */
	EXPIRED;

	/** Whether its time is given away. */
	public boolean isBooked() {
		return this == HELD || this == CONFIRMED;
	}

}
