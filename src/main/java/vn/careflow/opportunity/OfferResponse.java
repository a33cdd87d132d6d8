package vn.careflow.opportunity;

/**
 * What the customer said to an offer.
 */
public enum OfferResponse {

	ACCEPTED, DECLINED, LATER

}
