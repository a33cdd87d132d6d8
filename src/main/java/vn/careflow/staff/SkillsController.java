package vn.careflow.staff;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Skills over REST: rules and models name them by id, people by name.
 */
@RestController
@RequestMapping("/api/skills")
@Tag(name = "Nhân sự")
class SkillsController {

	private final Staff staff;

	SkillsController(Staff staff) {
		this.staff = staff;
	}

	@GetMapping
	@Operation(summary = "Liệt kê kỹ năng và số người có")
	List<SkillView> list() {
		StaffDirectory directory = this.staff.directory();
		return directory.skills().keySet().stream().map((id) -> SkillView.of(id, directory)).toList();
	}

	@GetMapping("/{skillId}")
	@Operation(summary = "Xem một kỹ năng")
	SkillView get(@PathVariable String skillId) {
		StaffDirectory directory = this.staff.directory();
		if (!directory.skills().containsKey(skillId)) {
			throw StaffProblem.unknownSkill(skillId);
		}
		return SkillView.of(skillId, directory);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Thêm kỹ năng")
	SkillView create(@Valid @RequestBody NewSkill wanted) {
		if (this.staff.directory().skills().containsKey(wanted.id())) {
			throw StaffProblem.conflict("Đã có kỹ năng với mã " + wanted.id());
		}
		this.staff.nameSkill(wanted.id(), wanted.name());
		return get(wanted.id());
	}

	@PutMapping("/{skillId}")
	@Operation(summary = "Đổi tên kỹ năng")
	SkillView rename(@PathVariable String skillId, @Valid @RequestBody SkillName wanted) {
		get(skillId);
		this.staff.nameSkill(skillId, wanted.name());
		return get(skillId);
	}

	/**
	 * A skill as a client asks for it.
	 */
	record NewSkill(
			@Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}",
					message = "Mã kỹ năng gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối") @NotBlank(
							message = "Cần mã kỹ năng") String id,
			@NotBlank(message = "Cần tên kỹ năng") @Size(max = 200, message = "Tối đa 200 ký tự") String name) {
	}

	/**
	 * What people shall call a skill.
	 */
	record SkillName(
			@NotBlank(message = "Cần tên kỹ năng") @Size(max = 200, message = "Tối đa 200 ký tự") String name) {
	}

	/**
	 * What people see of a skill.
	 *
	 * @param agents how many people have it
	 */
	record SkillView(String id, String name, long agents) {

		static SkillView of(String id, StaffDirectory directory) {
			return new SkillView(id, directory.skillName(id),
					directory.all().stream().filter((agent) -> agent.levelOf(id) > 0).count());
		}
	}

}
