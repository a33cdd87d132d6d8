package vn.careflow.customer;

/**
 * What came of registering a customer.
 *
 * @param customer the one that is now on record
 * @param isNew false when the id, or source and external id, were known: nothing was
 * changed then
 */
public record Registration(Customer customer, boolean isNew) {

}
