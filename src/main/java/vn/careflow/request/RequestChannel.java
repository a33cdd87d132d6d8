package vn.careflow.request;

/**
 * The way by which a request came in.
 */
public enum RequestChannel {

	PHONE, EMAIL, WEB, ZALO, FACEBOOK,

	/** At a shop's counter. */
	COUNTER,

	SHOPEE, LAZADA, TIKI,

	/** Handed over by another system. */
	API

}
