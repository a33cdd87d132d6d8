package vn.careflow.assignment;

/**
 * Who has had a work item until the moment of a decision.
 *
 * @param agentId the user id
 * @param affinity {@link Affinity#HOLDER} or {@link Affinity#KEEPER}
 */
record Holder(String agentId, Affinity affinity) {

	/**
	 * Who gets it again only when they could get it as new.
	 */
	static Holder ofMoved(String agentId) {
		return new Holder(agentId, Affinity.HOLDER);
	}

	/**
	 * Who keeps it unless they are the wrong person for it.
	 */
	static Holder ofReconsidered(String agentId) {
		return new Holder(agentId, Affinity.KEEPER);
	}

}
