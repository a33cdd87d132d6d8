package vn.careflow.contact;

/**
 * How a customer is contacted.
 */
public enum ContactChannel {

	CALL, SMS, EMAIL, ZALO, MEETING;

	/** Whether it goes to the customer's phone number. */
	boolean needsNumber() {
		return this == CALL || this == SMS;
	}

}
