package vn.careflow.customer;

/**
 * What the rules found a customer to be.
 *
 * @param group the care group
 * @param potential how likely they buy
 * @param score 0 to 100
 * @param reasons why, in Vietnamese
 * @param rules the decisions and versions that said so
 */
public record Assessment(CustomerGroup group, Potential potential, int score, String reasons, String rules) {

	public Assessment {
		if (score < 0 || score > 100) {
			throw new IllegalArgumentException("A score is 0 to 100, not " + score);
		}
	}

}
