package vn.careflow.staff;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

	@PutMapping("/{teamId}/calendar")
	TeamView workBy(@PathVariable String teamId, @Valid @RequestBody CalendarChoice wanted) {
		get(teamId);
		wanted.requireKnown(this.staff.directory());
		this.staff.workBy(teamId, wanted.calendar());
		return get(teamId);
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
