package vn.careflow.assignment;

import java.time.Instant;

/**
 * How many things of a kind referred to a person as responsible at one moment: kept with
 * the hand-over, the last ones are its proof.
 *
 * @param no which counting it was, from 1
 * @param stage what it was counted for
 * @param kind what was counted
 * @param counted how many
 * @param countedAt when
 */
public record HandOverCount(int no, Stage stage, HandOverKind kind, long counted, Instant countedAt) {

	/**
	 * What is counted for.
	 */
	public enum Stage {

		/** To know what there is. */
		LISTED,

		/** To prove that nothing is left. */
		PROOF

	}

}
