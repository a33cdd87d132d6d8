package vn.careflow.console;

import java.util.Map;

import vn.careflow.customer.CustomerGroup;
import vn.careflow.customer.Potential;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestKind;
import vn.careflow.request.RequestStatus;

/**
 * The Vietnamese words that people read for our codes.
 */
final class Labels {

	private static final Map<CustomerGroup, String> GROUPS = Map.of(CustomerGroup.SPECIAL, "Khách hàng đặc biệt",
			CustomerGroup.LARGE, "Khách hàng lớn", CustomerGroup.SMALL, "Khách hàng cá nhân");

	private static final Map<Potential, String> POTENTIALS = Map.of(Potential.HOT, "tiềm năng cao", Potential.WARM,
			"tiềm năng vừa", Potential.COLD, "tiềm năng thấp");

	private static final Map<RequestKind, String> REQUEST_KINDS = Map.of(RequestKind.WARRANTY, "Bảo hành",
			RequestKind.SUPPORT, "Hỗ trợ", RequestKind.COMPLAINT, "Khiếu nại");

	private static final Map<Priority, String> PRIORITIES = Map.of(Priority.URGENT, "khẩn cấp", Priority.HIGH, "cao",
			Priority.NORMAL, "thường", Priority.LOW, "thấp");

	private static final Map<RequestStatus, String> STATUSES = Map.of(RequestStatus.NEW, "mới", RequestStatus.ASSIGNED,
			"đã phân công", RequestStatus.IN_PROGRESS, "đang xử lý", RequestStatus.WAITING_FOR_CUSTOMER,
			"chờ khách hàng", RequestStatus.WAITING_FOR_THIRD_PARTY, "chờ bên thứ ba", RequestStatus.RESOLVED,
			"đã giải quyết", RequestStatus.CLOSED, "đã đóng", RequestStatus.REJECTED, "đã từ chối",
			RequestStatus.WITHDRAWN, "đã rút", RequestStatus.DUPLICATE, "trùng");

	private static final Map<String, String> CONTACT_REASONS = Map.of("PRE_SALE_APPROACH", "Tiếp cận, giới thiệu",
			"ONBOARDING", "Hướng dẫn sử dụng", "CHECK_IN", "Hỏi thăm sau bán hàng", "CARE_CALL", "Chăm sóc định kỳ",
			"REQUEST_FOLLOW_UP", "Trao đổi về yêu cầu đang mở", "AD_HOC", "Liên hệ theo đề nghị");

	private static final Map<String, String> CHANNELS = Map.of("CALL", "gọi điện", "SMS", "nhắn tin", "EMAIL", "e-mail",
			"ZALO", "Zalo", "MEETING", "gặp trực tiếp");

	private Labels() {
	}

	static String of(CustomerGroup group) {
		return GROUPS.get(group);
	}

	static String of(Potential potential) {
		return POTENTIALS.get(potential);
	}

	static String of(RequestKind kind) {
		return REQUEST_KINDS.get(kind);
	}

	static String of(Priority priority) {
		return PRIORITIES.get(priority);
	}

	static String of(RequestStatus status) {
		return STATUSES.get(status);
	}

	static String ofContactReason(String reason) {
		return CONTACT_REASONS.getOrDefault(reason, "Liên hệ");
	}

	static String ofChannel(String channel) {
		return CHANNELS.getOrDefault(channel, channel);
	}

}
