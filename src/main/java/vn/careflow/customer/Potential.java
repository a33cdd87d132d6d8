package vn.careflow.customer;

/** How likely the customer is to buy, or to buy again. */
public enum Potential {

	HOT, WARM, COLD

}
