package vn.careflow.opportunity;

/**
 * How the pursuit of an opportunity ended.
 */
public enum OpportunityOutcome {

	/** The customer bought. */
	WON,

	/** Not now: care comes back on a date. */
	NOT_YET,

	/** The customer decided against it, for a reason. */
	LOST,

	/** Nobody answered until the contact ladder was exhausted. */
	UNREACHABLE,

	/** The customer wants no more of this. */
	NOT_INTERESTED

}
