package vn.careflow.customer;

/** How the other side stands to the business: whom it sells to, buys from, works with. */
public enum CustomerRelation {

	CUSTOMER, SUPPLIER, PARTNER

}
