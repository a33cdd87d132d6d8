package vn.careflow.channel;

/**
 * A way by which messages come in; an external id is unique within it.
 */
public enum Channel {

	/** A form on a web site. */
	WEB,

	/** Another system's own messages. */
	API,

	EMAIL,

	/** A note of a telephone call. */
	PHONE,

	ZALO, FACEBOOK, SHOPEE, LAZADA, TIKI,

	/** The business's own shop. */
	SHOP

}
