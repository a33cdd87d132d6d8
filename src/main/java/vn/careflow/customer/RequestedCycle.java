package vn.careflow.customer;

/**
 * What came of asking for a care cycle.
 *
 * @param cycle the open cycle
 * @param isNew false when it was open already
 */
public record RequestedCycle(CareCycle cycle, boolean isNew) {

}
