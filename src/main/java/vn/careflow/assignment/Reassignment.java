package vn.careflow.assignment;

/**
 * The answer to someone who gives a work item to a person by hand.
 */
public sealed interface Reassignment {

	/**
	 * The person has it now.
	 *
	 * @param decision the decision as kept
	 */
	record Done(AssignmentDecision decision) implements Reassignment {
	}

	/**
	 * The person cannot have it; who had it before still has it.
	 *
	 * @param reason why, in Vietnamese
	 */
	record Refused(String reason) implements Reassignment {
	}

}
