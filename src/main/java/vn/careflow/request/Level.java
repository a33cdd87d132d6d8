package vn.careflow.request;

/**
 * How strongly a request strikes (impact) or presses (urgency): the two inputs of its
 * priority.
 */
public enum Level {

	HIGH, MEDIUM, LOW

}
