package vn.careflow.customer;

/**
 * What the customer agreed to be contacted for.
 *
 * @param advertising advertising by call or message: without a "yes" it is not permitted
 * (Decree 91/2020/ND-CP, article 13)
 * @param service care for what they bought or asked
 */
public record Consents(boolean advertising, boolean service) {

	/** What holds when nobody asked: service, no advertising. */
	public static final Consents UNASKED = new Consents(false, true);

}
