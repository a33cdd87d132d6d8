package vn.careflow.contact;

/**
 * Where a contact stands.
 */
public enum ContactState {

	/** Wanted, without a slot yet. */
	PLANNED,

	/** Has a slot. */
	SCHEDULED,

	/** No permitted slot was found. */
	NOT_POSSIBLE,

	/** Has an outcome; a new slot may be found for it after that. */
	DONE,

	/** No longer wanted. */
	CANCELLED

}
