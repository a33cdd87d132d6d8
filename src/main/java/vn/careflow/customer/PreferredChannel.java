package vn.careflow.customer;

/** The channel on which the customer wishes to be contacted. */
public enum PreferredChannel {

	CALL, SMS, EMAIL, ZALO, MEETING

}
