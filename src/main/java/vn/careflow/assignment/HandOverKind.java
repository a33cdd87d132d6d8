package vn.careflow.assignment;

/**
 * What a person can be responsible for, in the order in which it is handed over: a case
 * before its tasks, rights last.
 */
public enum HandOverKind {

	/** An appointment that is held or confirmed; its case follows it. */
	APPOINTMENT("Lịch hẹn", Succession.WORK),

	/** Pre-sale care that runs. */
	OPPORTUNITY("Cơ hội bán hàng", Succession.WORK),

	/** A cycle of care that runs. */
	CARE_CYCLE("Kỳ chăm sóc", Succession.WORK),

	/** Any other case that runs. */
	CASE("Hồ sơ đang chạy", Succession.WORK),

	/** An open task that the person has, owns or may take by name. */
	TASK("Công việc trong Tasklist", Succession.WORK),

	/** An open request. */
	REQUEST("Yêu cầu đang mở", Succession.WORK),

	/** A contact that is planned. */
	CONTACT("Lần liên hệ đã lên lịch", Succession.WORK),

	/** What the rules count as the person's open work. */
	OPEN_WORK("Phân công còn hiệu lực", Succession.WORK),

	/** A customer whose owner the person is. */
	CUSTOMER("Khách hàng phụ trách", Succession.WORK),

	/** A proposal of an open plan that names the person. */
	DRAFT("Đề xuất trong kế hoạch chưa duyệt", Succession.WORK),

	/** A survey that a case of the person waits for; it follows the case. */
	SURVEY("Khảo sát chờ trả lời", Succession.FOLLOWS),

	/** A timer of a case of the person; it follows the case. */
	TIMER("Hẹn giờ của hồ sơ", Succession.FOLLOWS),

	/** A team that the person leads. */
	TEAM_LEAD("Nhóm làm trưởng", Succession.LEAD),

	/** An absence to come in which the person stands in. */
	SUBSTITUTE("Người thay thế khi đồng nghiệp vắng", Succession.LEAD),

	/** A list in Tasklist that the person made. */
	FILTER("Bộ lọc công việc", Succession.LEAD),

	/** What the person was told and has not read. */
	NOTICE("Thông báo chưa đọc", Succession.LEAD),

	/** The link by which another program reads the person's appointments. */
	CALENDAR_LINK("Liên kết lịch hẹn", Succession.ENDS),

	/** A right that was granted to the person by name. */
	AUTHORIZATION("Quyền cấp riêng", Succession.ENDS);

	private final String label;

	private final Succession succession;

	HandOverKind(String label, Succession succession) {
		this.label = label;
		this.succession = succession;
	}

	/** What people call it, in Vietnamese. */
	public String label() {
		return this.label;
	}

	/** Who gets it. */
	public Succession succession() {
		return this.succession;
	}

	/**
	 * Who gets what a person was responsible for.
	 */
	public enum Succession {

		/** Whom the rules find. */
		WORK,

		/** Who leads the person's team. */
		LEAD,

		/** Nobody: it ends with the person's account. */
		ENDS,

		/** Whoever gets the case that it belongs to; it is counted and not listed. */
		FOLLOWS

	}

}
