package vn.careflow.assignment;

/**
 * How near a person is to the customer, the nearest first.
 */
enum Affinity {

	/**
	 * Has the work item and keeps it as long as they are the right person for it, on duty
	 * at this moment or not.
	 */
	KEEPER("đang giữ việc này"),

	/**
	 * Has the work item, which shall be done at another moment than before.
	 */
	HOLDER("đang giữ việc này"),

	OWNER("là người phụ trách khách hàng"),

	OWNER_SUBSTITUTE("đang thay người phụ trách khách hàng"),

	LAST_AGENT("là người xử lý lần trước"),

	LAST_AGENT_SUBSTITUTE("đang thay người xử lý lần trước"),

	NONE("chưa từng phụ trách");

	private final String phrase;

	Affinity(String phrase) {
		this.phrase = phrase;
	}

	/**
	 * Whether the person has the work item.
	 */
	boolean holds() {
		return this == KEEPER || this == HOLDER;
	}

	/**
	 * Completes the sentence "… vì …".
	 */
	String phrase() {
		return this.phrase;
	}

}
