package vn.careflow.servicelevel;

/**
 * How a clock ended.
 */
public enum ClockEnd {

	/** What it waited for happened, in time or not. */
	MET,

	/** It is not waited for any more. */
	CANCELLED

}
