package vn.careflow.customer;

/** Where a customer can be reached, and recognised when they write. */
public enum ContactPointKind {

	PHONE, EMAIL, ZALO, FACEBOOK

}
