package vn.careflow.request;

import java.util.Map;
import java.util.Set;

/**
 * Where a request stands, and the whole table of moves it may make from there.
 */
public enum RequestStatus {

	NEW("mới"), ASSIGNED("đã phân công"), IN_PROGRESS("đang xử lý"), WAITING_FOR_CUSTOMER("chờ khách hàng"),
	WAITING_FOR_THIRD_PARTY("chờ bên thứ ba"), RESOLVED("đã giải quyết"), CLOSED("đã đóng"), REJECTED("bị từ chối"),
	WITHDRAWN("khách đã rút"), DUPLICATE("trùng với yêu cầu khác");

	private static final Map<RequestStatus, Set<RequestStatus>> MOVES = Map.of(//
			NEW, Set.of(ASSIGNED, REJECTED, WITHDRAWN, DUPLICATE), //
			ASSIGNED, Set.of(IN_PROGRESS, REJECTED, WITHDRAWN, DUPLICATE), //
			IN_PROGRESS,
			Set.of(WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY, RESOLVED, REJECTED, WITHDRAWN, DUPLICATE), //
			WAITING_FOR_CUSTOMER, Set.of(IN_PROGRESS, REJECTED, WITHDRAWN, DUPLICATE), //
			WAITING_FOR_THIRD_PARTY, Set.of(IN_PROGRESS, REJECTED, WITHDRAWN, DUPLICATE), //
			RESOLVED, Set.of(CLOSED, NEW), //
			CLOSED, Set.of(NEW), //
			REJECTED, Set.of(), //
			WITHDRAWN, Set.of(), //
			DUPLICATE, Set.of());

	private static final Set<RequestStatus> ENDED = Set.of(CLOSED, REJECTED, WITHDRAWN, DUPLICATE);

	private final String label;

	RequestStatus(String label) {
		this.label = label;
	}

	/**
	 * Whether somebody still owes the customer something: true until the request is
	 * closed, rejected, withdrawn or merged, so also while a resolution awaits its
	 * confirmation.
	 */
	public boolean isOpen() {
		return !ENDED.contains(this);
	}

	/**
	 * The status in the users' words.
	 */
	public String label() {
		return this.label;
	}

	boolean mayBecome(RequestStatus next) {
		return MOVES.get(this).contains(next);
	}

}
