package vn.careflow.servicelevel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a person was told about a case.
 *
 * @param id the notice
 * @param subjectId the case
 * @param rung which rung told them; behind an {@code @} which occasion of it
 * @param text the same in Vietnamese
 * @param at when they were told
 * @param readAt when they read it, null until then
 */
public record Notice(UUID id, UUID subjectId, String rung, String text, Instant at, @Nullable Instant readAt) {

	static String textOf(String rung) {
		return switch (rung.replaceFirst("@.*", "")) {
			case "NEAR" -> "Sắp đến hạn: hãy xử lý trước khi trễ.";
			case "PASSED" -> "Đã quá hạn.";
			case "PASSED_AGAIN" -> "Quá hạn kéo dài.";
			case "contact-NEAR" -> "Đã đến giờ liên hệ khách hàng nhưng chưa thực hiện.";
			case "appointment-agent" -> "Sắp đến giờ hẹn với khách hàng.";
			case "appointment-customer" -> "Hãy nhắc khách hàng về lịch hẹn sắp tới.";
			case "unassigned" -> "Chưa có nhân viên phù hợp: hãy phân công.";
			case "absence-uncovered" -> "Người phụ trách vắng mặt và chưa có ai thay: hãy giao việc này.";
			case "handed-to-you" -> "Bạn được giao một việc.";
			case "taken-from-you" -> "Một việc của bạn đã được chuyển cho người khác.";
			case "hands-changed" -> "Một việc của nhóm đã đổi người phụ trách.";
			case "handed-over" -> "Bạn nhận bàn giao của một đồng nghiệp nghỉ việc.";
			case "contact-MISSED" -> "Liên hệ khách hàng bị lỡ nhiều lần liền, cần sắp xếp người.";
			default -> "Có việc cần bạn chú ý.";
		};
	}

}
