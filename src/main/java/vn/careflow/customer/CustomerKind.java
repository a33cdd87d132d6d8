package vn.careflow.customer;

/** Tells a natural person from an organisation. */
public enum CustomerKind {

	PERSON, ORGANISATION

}
