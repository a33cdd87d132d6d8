package vn.careflow.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import vn.careflow.staff.AbsenceEntry.Refused;

/**
 * What an absence must fulfil to be entered; the list of all is the whole rule book,
 * checked in this order.
 */
enum AbsencePolicy {

	ENDS_AFTER_START("to", "Thời điểm kết thúc phải sau thời điểm bắt đầu",
			(absence, staff) -> absence.to().isAfter(absence.from())),

	DOES_NOT_OVERLAP(null, "Trùng với một kỳ vắng mặt đã ghi của nhân viên này",
			(absence, staff) -> staff.absencesOf(absence.agentId())
				.stream()
				.noneMatch(
						(known) -> !known.id().equals(absence.id()) && known.overlaps(absence.from(), absence.to()))),

	SUBSTITUTE_IS_ANOTHER("substituteId", "Người thay thế phải là một nhân viên khác",
			(absence, staff) -> !absence.agentId().equals(absence.substituteId())),

	SUBSTITUTE_IS_EMPLOYED("substituteId",
			"Người thay thế không có trong danh sách hoặc không làm việc suốt kỳ vắng mặt",
			(absence,
					staff) -> absence.substituteId() == null || staff.find(absence.substituteId())
						.filter((agent) -> agent.isEmployedOn(absence.from().atZone(staff.zone()).toLocalDate())
								&& agent.isEmployedOn(absence.to().minusNanos(1).atZone(staff.zone()).toLocalDate()))
						.isPresent()),

	SUBSTITUTES_FORM_NO_RING("substituteId",
			"Người thay thế cũng vắng mặt và chuỗi thay thế quay lại chính nhân viên này",
			(absence, staff) -> absence.substituteId() == null
					|| !staff.closesRing(absence.agentId(), absence.substituteId(), absence.from(), absence.to()));

	private final Refused refusal;

	private final BiPredicate<NewAbsence, StaffDirectory> rule;

	AbsencePolicy(@Nullable String field, String reason, BiPredicate<NewAbsence, StaffDirectory> rule) {
		this.refusal = new Refused(field, reason);
		this.rule = rule;
	}

	/**
	 * What about an absence cannot be changed any more; the list of policies holds
	 * besides.
	 */
	static Optional<Refused> refusalOfChange(Absence known, NewAbsence wanted, Instant now) {
		if (!known.to().isAfter(now)) {
			return Optional.of(new Refused(null, "Kỳ vắng mặt này đã kết thúc nên không đổi được nữa"));
		}
		return (!known.from().isAfter(now) && !known.from().equals(wanted.from()))
				? Optional.of(new Refused("from", "Kỳ vắng mặt này đã bắt đầu nên không đổi được thời điểm bắt đầu"))
				: Optional.empty();
	}

	static Optional<Refused> refusalOf(NewAbsence absence, StaffDirectory staff) {
		return List.of(values())
			.stream()
			.filter((policy) -> !policy.rule.test(absence, staff))
			.map((policy) -> policy.refusal)
			.findFirst();
	}

}
