package vn.careflow.assignment;

/**
 * How near a person is to the customer, the nearest first.
 */
enum Affinity {

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
	 * Completes the sentence "… vì …".
	 */
	String phrase() {
		return this.phrase;
	}

}
