package vn.careflow.contact;

/**
 * What came of an attempt to contact a customer.
 */
public enum ContactOutcome {

	REACHED, NO_ANSWER, BUSY,

	/** The customer answered and wants to be contacted at another time. */
	CALL_BACK,

	WRONG_NUMBER,

	/** The customer wants no such contact. */
	REFUSED,

	/** Nobody of ours tried before the hours were over. */
	MISSED;

	/** Whether the customer was tried and did not answer. */
	public boolean isUnanswered() {
		return this == NO_ANSWER || this == BUSY;
	}

	/** Whether the number was used, which quotas count. */
	public boolean isMade() {
		return this != MISSED;
	}

}
