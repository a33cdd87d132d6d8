package vn.careflow.planning;

/**
 * Where a proposed change stands.
 */
public enum ItemState {

	/** Waits for the team lead. */
	PROPOSED,

	/** To be carried out as proposed. */
	ACCEPTED,

	/** To be carried out as the team lead chose instead. */
	CHANGED,

	/** The contact stays as it is. */
	REJECTED,

	/** Something happened meanwhile; the contact stays as it is. */
	STALE;

	/** Whether the change is to be carried out. */
	public boolean isWanted() {
		return this == ACCEPTED || this == CHANGED;
	}

}
