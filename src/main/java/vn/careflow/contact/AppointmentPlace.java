package vn.careflow.contact;

/**
 * Where an appointment takes place.
 */
public enum AppointmentPlace {

	/** By phone or video. */
	REMOTE,

	/** The customer comes to us. */
	OURS,

	/** We come to the customer. */
	CUSTOMERS

}
