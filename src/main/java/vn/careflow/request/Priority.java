package vn.careflow.request;

/**
 * The order in which requests are handled, the most pressing first.
 */
public enum Priority {

	URGENT, HIGH, NORMAL, LOW

}
