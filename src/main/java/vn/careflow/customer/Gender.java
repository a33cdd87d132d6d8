package vn.careflow.customer;

/** How to address a person. */
public enum Gender {

	FEMALE, MALE, OTHER

}
