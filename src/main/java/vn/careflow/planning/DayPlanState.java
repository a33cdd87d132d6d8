package vn.careflow.planning;

/**
 * Where a plan stands.
 */
public enum DayPlanState {

	/** Asked for, not worked out yet. */
	REQUESTED,

	/** Waits for the team lead. */
	PROPOSED,

	/** There was nothing to change. */
	EMPTY,

	/** What was accepted has been carried out. */
	APPLIED,

	/** Nobody decided in time. */
	EXPIRED

}
