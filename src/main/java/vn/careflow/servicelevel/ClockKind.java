package vn.careflow.servicelevel;

/**
 * What a clock waits for.
 */
public enum ClockKind {

	/** The first answer by a person. */
	FIRST_RESPONSE,

	/** The solution. */
	RESOLUTION

}
