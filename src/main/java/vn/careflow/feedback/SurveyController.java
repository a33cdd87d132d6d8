package vn.careflow.feedback;

import java.math.BigDecimal;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows a survey and takes its answer.
 */
@RestController
@RequestMapping("/api/surveys")
@Tag(name = "Khảo sát")
class SurveyController {

	private final Surveys surveys;

	SurveyController(Surveys surveys) {
		this.surveys = surveys;
	}

	@GetMapping("/{surveyId}")
	@Operation(summary = "Xem một khảo sát")
	SurveyView show(@PathVariable UUID surveyId) {
		return SurveyView.of(this.surveys.get(surveyId));
	}

	@PostMapping("/{surveyId}/answer")
	@Operation(summary = "Trả lời khảo sát một lần; gửi lại câu trả lời y hệt không thay đổi gì")
	SurveyView answer(@PathVariable UUID surveyId, @Valid @RequestBody Answer answer) {
		return SurveyView.of(this.surveys.answer(surveyId, answer.score().intValueExact(), answer.comment()));
	}

	/**
	 * What the customer says.
	 *
	 * @param score on the survey's scale; taken as it was sent, so that 4.5 is refused
	 * rather than cut
	 */
	record Answer(
			@NotNull(message = "Hãy chọn điểm.") @Digits(integer = 3, fraction = 0,
					message = "Điểm phải là số nguyên trong thang điểm của khảo sát.") BigDecimal score,
			@Size(max = Surveys.LONGEST_REMARK,
					message = "Nhận xét dài tối đa {max} ký tự.") @Nullable String comment) {

	}

}
