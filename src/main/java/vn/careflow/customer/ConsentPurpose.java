package vn.careflow.customer;

/**
 * What a customer agrees to be contacted for; an answer to a question needs no consent.
 */
public enum ConsentPurpose {

	ADVERTISING, SERVICE

}
