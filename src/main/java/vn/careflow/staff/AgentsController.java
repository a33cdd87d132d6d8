package vn.careflow.staff;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * People over REST: who there is, when they are away and whether they receive work.
 * People change their own entries, leads and managers everybody's.
 */
@RestController
@RequestMapping("/api/agents")
@Tag(name = "Nhân sự")
class AgentsController {

	private static final List<String> RESPONSIBLE = List.of("TEAM_LEAD", "MANAGER", "ADMIN");

	private final Staff staff;

	private final Clock clock;

	AgentsController(Staff staff, Clock clock) {
		this.staff = staff;
		this.clock = clock;
	}

	@GetMapping
	StaffPage<AgentView> list(@RequestParam(required = false) @Nullable String team,
			@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(StaffPage.MAX_SIZE) int size) {
		StaffDirectory directory = this.staff.directory();
		Instant now = this.clock.instant();
		List<Agent> agents = (team != null) ? directory.members(team) : directory.all();
		return StaffPage.of(agents, page, size).map((agent) -> AgentView.of(agent, directory, now));
	}

	@GetMapping("/{agentId}")
	AgentView get(@PathVariable String agentId) {
		StaffDirectory directory = this.staff.directory();
		return AgentView.of(known(agentId), directory, this.clock.instant());
	}

	/** The path is for managers. */
	@PostMapping
	@Operation(summary = "Thêm nhân viên; tài khoản đăng nhập có theo")
	ResponseEntity<AgentView> register(@RequestBody AgentInput wanted) {
		NewAgent agent = valid(wanted);
		if (this.staff.find(agent.id()).isPresent()) {
			throw StaffProblem.conflict("Đã có nhân viên với mã " + agent.id());
		}
		this.staff.register(agent);
		return ResponseEntity.created(URI.create("/api/agents/" + agent.id())).body(get(agent.id()));
	}

	/** The path is for managers. */
	@PutMapping("/{agentId}")
	@Operation(summary = "Thay thông tin nhân viên; vắng mặt và việc nhận hay ngừng nhận giữ nguyên")
	AgentView change(@PathVariable String agentId, @RequestBody AgentInput wanted) {
		known(agentId);
		if (wanted.id() != null && !wanted.id().equals(agentId)) {
			throw StaffProblem.invalid("id", "Mã khác với mã trên địa chỉ: " + agentId);
		}
		this.staff.change(valid(wanted.withId(agentId)));
		return get(agentId);
	}

	/** The path is for managers. */
	@PutMapping("/{agentId}/employment")
	@Operation(summary = "Đổi ngày vào làm hoặc ngày thôi việc; quyền đăng nhập theo ngày")
	AgentView changeEmployment(@PathVariable String agentId, @Valid @RequestBody EmploymentRequest wanted) {
		known(agentId);
		if (wanted.until() != null && !wanted.until().isAfter(wanted.from())) {
			throw StaffProblem.invalid("until", "Ngày thôi việc phải sau ngày vào làm");
		}
		this.staff.changeEmployment(agentId, wanted.from(), wanted.until());
		return get(agentId);
	}

	@GetMapping("/{agentId}/absences")
	@Operation(summary = "Mọi kỳ vắng mặt của một người, kèm lý do")
	List<Absence> absences(@PathVariable String agentId, HttpServletRequest request) {
		requireResponsible(known(agentId), request);
		return this.staff.directory().absencesOf(agentId);
	}

	@PutMapping("/{agentId}/absences/{absenceId}")
	@Operation(summary = "Đổi thời gian, người thay thế hoặc lý do vắng mặt")
	Absence changeAbsence(@PathVariable String agentId, @PathVariable UUID absenceId,
			@Valid @RequestBody AbsenceRequest wanted, HttpServletRequest request) {
		requireResponsible(known(agentId), request);
		requireAbsence(agentId, absenceId);
		return kept(this.staff.changeAbsence(new NewAbsence(absenceId, agentId, wanted.from(), wanted.to(),
				wanted.substituteId(), wanted.reason())));
	}

	@DeleteMapping("/{agentId}/absences/{absenceId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Hủy kỳ vắng mặt; kỳ đã bắt đầu thì kết thúc ngay")
	void cancelAbsence(@PathVariable String agentId, @PathVariable UUID absenceId, HttpServletRequest request) {
		requireResponsible(known(agentId), request);
		requireAbsence(agentId, absenceId);
		if (this.staff.cancelAbsence(agentId, absenceId) == AbsenceCancellation.OVER) {
			throw StaffProblem.conflict("Kỳ vắng mặt này đã kết thúc");
		}
	}

	@PostMapping("/{agentId}/absences")
	@ResponseStatus(HttpStatus.CREATED)
	Absence enterAbsence(@PathVariable String agentId, @Valid @RequestBody AbsenceRequest wanted,
			HttpServletRequest request) {
		requireResponsible(known(agentId), request);
		UUID id = (wanted.id() != null) ? wanted.id() : UUID.randomUUID();
		return kept(this.staff.enterAbsence(
				new NewAbsence(id, agentId, wanted.from(), wanted.to(), wanted.substituteId(), wanted.reason())));
	}

	private static Absence kept(AbsenceEntry entry) {
		if (entry instanceof AbsenceEntry.Refused refused) {
			throw (refused.field() != null) ? StaffProblem.invalid(refused.field(), refused.reason())
					: StaffProblem.conflict(refused.reason());
		}
		return ((AbsenceEntry.Entered) entry).absence();
	}

	@PutMapping("/{agentId}/receiving")
	AgentView changeReceiving(@PathVariable String agentId, @Valid @RequestBody ReceivingRequest wanted,
			HttpServletRequest request) {
		requireResponsible(known(agentId), request);
		if (wanted.receiving()) {
			this.staff.startReceiving(agentId);
		}
		else if (wanted.reason() == null || wanted.reason().isBlank()) {
			throw StaffProblem.invalid("reason", "Cần lý do ngừng nhận việc");
		}
		else {
			this.staff.stopReceiving(agentId, wanted.reason());
		}
		return get(agentId);
	}

	/** The path is for managers. */
	@PutMapping("/{agentId}/calendar")
	AgentView workBy(@PathVariable String agentId, @Valid @RequestBody TeamsController.CalendarChoice wanted) {
		known(agentId);
		this.staff.giveCalendar(agentId, wanted.required(this.staff.directory()));
		return get(agentId);
	}

	private NewAgent valid(AgentInput wanted) {
		List<StaffProblem.FieldError> errors = wanted.errors(this.staff.directory());
		if (!errors.isEmpty()) {
			throw StaffProblem.invalid(errors);
		}
		return wanted.toAgent();
	}

	private void requireAbsence(String agentId, UUID absenceId) {
		this.staff.directory()
			.absence(absenceId)
			.filter((absence) -> absence.agentId().equals(agentId))
			.orElseThrow(() -> StaffProblem.unknownAbsence(absenceId));
	}

	private Agent known(String agentId) {
		return this.staff.find(agentId).orElseThrow(() -> StaffProblem.unknownAgent(agentId));
	}

	private static void requireResponsible(Agent agent, HttpServletRequest request) {
		if (!agent.id().equals(request.getRemoteUser()) && RESPONSIBLE.stream().noneMatch(request::isUserInRole)) {
			throw StaffProblem.notYours(agent.id());
		}
	}

	/**
	 * An absence as a client asks for it; with an id of the client's choice it can be
	 * sent again safely.
	 */
	record AbsenceRequest(@Nullable UUID id, @NotNull(message = "Cần thời điểm bắt đầu") Instant from,
			@NotNull(message = "Cần thời điểm kết thúc") Instant to,
			@Nullable @Size(max = 64, message = "Tối đa 64 ký tự") String substituteId,
			@Nullable @Size(max = 500, message = "Tối đa 500 ký tự") String reason) {
	}

	/**
	 * When a person shall work here.
	 *
	 * @param until the first day after the employment, null while no end is known
	 */
	record EmploymentRequest(@NotNull(message = "Cần ngày vào làm") LocalDate from, @Nullable LocalDate until) {
	}

	/**
	 * Whether a person shall receive new work, with the reason when not.
	 */
	record ReceivingRequest(@NotNull(message = "Cần cho biết có nhận việc hay không") Boolean receiving,
			@Nullable @Size(max = 500, message = "Tối đa 500 ký tự") String reason) {
	}

	/**
	 * What colleagues see of a person.
	 */
	record AgentView(String id, String name, String email, List<String> roles, Set<String> teams,
			Map<String, Integer> skills, Set<String> languages, Set<String> products, Set<String> customerGroups,
			int capacity, String calendar, LocalDate employedFrom, @Nullable LocalDate employedUntil, boolean receiving,
			@Nullable String notReceivingReason, boolean onDuty, List<AbsenceView> absences) {

		static AgentView of(Agent agent, StaffDirectory directory, Instant now) {
			return new AgentView(agent.id(), agent.name(), agent.email(),
					agent.roles().stream().map(Role::groupId).toList(), agent.teams(), agent.skills(),
					agent.languages(), agent.products(), agent.customerGroups(), agent.capacity(), agent.calendarName(),
					agent.employedFrom(), agent.employedUntil(), agent.receiving(), agent.notReceivingReason(),
					directory.isOnDuty(agent.id(), now), AbsenceView.notOver(directory.absencesOf(agent.id()), now));
		}
	}

	/**
	 * What colleagues see of an absence: not why.
	 */
	record AbsenceView(UUID id, Instant from, Instant to, @Nullable String substituteId) {

		static List<AbsenceView> notOver(List<Absence> absences, Instant now) {
			return absences.stream()
				.filter((absence) -> absence.to().isAfter(now))
				.map((absence) -> new AbsenceView(absence.id(), absence.from(), absence.to(), absence.substituteId()))
				.toList();
		}
	}

}
