package vn.careflow.customer;

/**
 * The group that decides which care policy holds: {@code SPECIAL} serves the state,
 * {@code LARGE} are enterprises, households and communities, {@code SMALL} are
 * individuals.
 */
public enum CustomerGroup {

	SPECIAL, LARGE, SMALL

}
