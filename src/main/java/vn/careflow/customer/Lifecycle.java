package vn.careflow.customer;

/** Where the customer stands between never having bought and having left. */
public enum Lifecycle {

	PROSPECT, LEAD, CUSTOMER, LOYAL, LAPSED, LOST

}
