package vn.careflow.contact;

/**
 * The occasion of a contact, after which the agent's script is chosen.
 */
public enum ContactReason {

	PRE_SALE_APPROACH, ONBOARDING, CHECK_IN, CARE_CALL, REQUEST_FOLLOW_UP, AD_HOC

}
