package vn.careflow.opportunity;

/**
 * What a satisfied customer is offered next.
 */
public enum OfferKind {

	UPSELL, CROSS_SELL, RENEWAL, REFERRAL, GIFT

}
