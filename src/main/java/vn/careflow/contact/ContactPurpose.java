package vn.careflow.contact;

/**
 * What a contact is for: the law and the house allow each purpose other hours.
 */
public enum ContactPurpose {

	/** To sell: bound by the law on advertising. */
	ADVERTISING,

	/** To care for what the customer has bought or agreed to. */
	SERVICE,

	/** To answer what the customer asked. */
	REPLY

}
