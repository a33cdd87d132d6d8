package vn.careflow.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everybody's absences over REST, and what changed hands because of one. The path is for
 * leads and managers.
 */
@RestController
@RequestMapping("/api/absences")
@Tag(name = "Nhân sự")
class AbsencesController {

	private final Staff staff;

	private final AbsenceCovers covers;

	private final Clock clock;

	AbsencesController(Staff staff, AbsenceCovers covers, Clock clock) {
		this.staff = staff;
		this.covers = covers;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Các kỳ vắng mặt chạm vào [from, to), theo thời điểm bắt đầu; không nêu thì từ bây giờ trở đi")
	StaffPage<Absence> list(@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to, @RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(StaffPage.MAX_SIZE) int size) {
		Instant begin = (from != null) ? from : this.clock.instant();
		Instant end = (to != null) ? to : Instant.MAX;
		StaffDirectory directory = this.staff.directory();
		List<Absence> absences = directory.all()
			.stream()
			.flatMap((agent) -> directory.absencesOf(agent.id()).stream())
			.filter((absence) -> absence.overlaps(begin, end))
			.sorted(Comparator.comparing(Absence::from).thenComparing(Absence::agentId))
			.toList();
		return StaffPage.of(absences, page, size);
	}

	@GetMapping("/{absenceId}/covers")
	@Operation(summary = "Việc đã đổi người vì kỳ vắng mặt này, từ ai sang ai, vì sao và kết quả khi trở lại")
	List<AbsenceCover> covers(@PathVariable UUID absenceId) {
		List<AbsenceCover> known = this.covers.of(absenceId);
		if (known.isEmpty() && this.staff.directory().absence(absenceId).isEmpty()) {
			throw StaffProblem.unknownAbsence(absenceId);
		}
		return known;
	}

}
