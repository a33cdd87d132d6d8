package vn.careflow.request;

/**
 * What a customer asks for: the kind decides targets, skills and the rules of closing.
 */
public enum RequestKind {

	/** A defect under warranty. */
	WARRANTY,

	/** Help with using a product or service. */
	SUPPORT,

	/** Dissatisfaction that must end with an answer to the customer. */
	COMPLAINT

}
