package vn.careflow.staff;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Teams over REST: who leads them and who belongs to them.
 */
@RestController
@RequestMapping("/api/teams")
@Tag(name = "Nhân sự")
class TeamsController {

	private final Staff staff;

	TeamsController(Staff staff) {
		this.staff = staff;
	}

	@GetMapping
	StaffPage<TeamView> list(@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(StaffPage.MAX_SIZE) int size) {
		StaffDirectory directory = this.staff.directory();
		return StaffPage.of(directory.teams(), page, size).map((team) -> TeamView.of(team, directory));
	}

	@GetMapping("/{teamId}")
	TeamView get(@PathVariable String teamId) {
		StaffDirectory directory = this.staff.directory();
		return directory.team(teamId)
			.map((team) -> TeamView.of(team, directory))
			.orElseThrow(() -> StaffProblem.unknownTeam(teamId));
	}

	/** The path is for managers. */
	@PostMapping
	@Operation(summary = "Thêm nhóm")
	ResponseEntity<TeamView> register(@Valid @RequestBody NewTeamRequest wanted) {
		requireFree(wanted.id());
		requireLead(wanted.leadId());
		this.staff.registerTeam(new NewTeam(wanted.id(), wanted.name()));
		if (wanted.leadId() != null) {
			this.staff.appointLead(wanted.id(), wanted.leadId());
		}
		return ResponseEntity.created(URI.create("/api/teams/" + wanted.id())).body(get(wanted.id()));
	}

	/** The path is for managers. */
	@PutMapping("/{teamId}")
	@Operation(summary = "Đổi tên hoặc trưởng nhóm; không có leadId là chưa có trưởng nhóm")
	TeamView change(@PathVariable String teamId, @Valid @RequestBody TeamRequest wanted) {
		get(teamId);
		requireLead(wanted.leadId());
		this.staff.renameTeam(new NewTeam(teamId, wanted.name()));
		this.staff.appointLead(teamId, wanted.leadId());
		return get(teamId);
	}

	@PutMapping("/{teamId}/calendar")
	TeamView workBy(@PathVariable String teamId, @Valid @RequestBody CalendarChoice wanted) {
		get(teamId);
		wanted.requireKnown(this.staff.directory());
		this.staff.workBy(teamId, wanted.calendar());
		return get(teamId);
	}

	private void requireFree(String teamId) {
		if (this.staff.directory().team(teamId).isPresent()) {
			throw StaffProblem.conflict("Đã có nhóm với mã " + teamId);
		}
		if (Role.ofGroup(teamId).isPresent()) {
			throw StaffProblem.invalid("id", "Mã này là của một vai trò, không đặt cho nhóm được");
		}
	}

	/** A lead finds the tasks of leads by the role. */
	private void requireLead(@Nullable String agentId) {
		if (agentId != null
				&& this.staff.find(agentId).filter((agent) -> agent.roles().contains(Role.TEAM_LEAD)).isEmpty()) {
			throw StaffProblem.invalid("leadId", "Trưởng nhóm phải là nhân viên có vai trò team-lead");
		}
	}

	/**
	 * A team as a client asks for it.
	 */
	record NewTeamRequest(
			@NotBlank(message = "Cần mã nhóm") @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}",
					message = "Mã nhóm gồm chữ thường không dấu, chữ số và gạch nối") String id,
			@NotBlank(message = "Cần tên nhóm") @Size(max = 200, message = "Tối đa 200 ký tự") String name,
			@Nullable String leadId) {
	}

	/**
	 * What a team shall be called, and who shall lead it.
	 */
	record TeamRequest(@NotBlank(message = "Cần tên nhóm") @Size(max = 200, message = "Tối đa 200 ký tự") String name,
			@Nullable String leadId) {
	}

	/**
	 * The calendar that somebody shall work by; null where another one is followed then.
	 */
	record CalendarChoice(@Nullable String calendar) {

		void requireKnown(StaffDirectory directory) {
			if (this.calendar != null && !directory.calendarNames().contains(this.calendar)) {
				throw StaffProblem.invalid("calendar", "Không có lịch nào tên " + this.calendar);
			}
		}

		String required(StaffDirectory directory) {
			requireKnown(directory);
			if (this.calendar == null) {
				throw StaffProblem.invalid("calendar", "Cần tên lịch");
			}
			return this.calendar;
		}

	}

	/**
	 * What people see of a team.
	 *
	 * @param calendar the calendar by which it works, its own or the organisation's
	 */
	record TeamView(String id, String name, @Nullable String leadId, List<String> memberIds, String calendar) {

		static TeamView of(Team team, StaffDirectory directory) {
			return new TeamView(team.id(), team.name(), team.leadId(),
					directory.members(team.id()).stream().map(Agent::id).toList(),
					directory.calendarOf(team.id()).name());
		}
	}

}
