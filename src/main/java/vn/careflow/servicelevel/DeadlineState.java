package vn.careflow.servicelevel;

/**
 * How near a deadline is, the least pressing first.
 */
public enum DeadlineState {

	/** More than a quarter of the time is left, or nobody waits any more. */
	ON_TRACK,

	/** Three quarters of the time are used. */
	NEAR,

	/** The deadline has passed. */
	PASSED,

	/** Two more business hours have passed. */
	PASSED_AGAIN

}
