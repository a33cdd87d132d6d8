package vn.careflow.customer;

/** How the latest opportunity with the customer ended; {@code NONE} before the first. */
enum CareOutcome {

	NONE, WON, NOT_YET, LOST, UNREACHABLE, NOT_INTERESTED

}
