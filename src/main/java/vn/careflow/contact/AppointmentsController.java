package vn.careflow.contact;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
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

import vn.careflow.calendar.CareDuration;
import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentAnswer.Over;
import vn.careflow.contact.AppointmentAnswer.Refused;
import vn.careflow.customer.Page;

/**
 * Appointments over REST. Everybody who serves customers may look and book; what is
 * booked is changed by the agent who has it, by who booked it, and by those who lead.
 */
@RestController
@RequestMapping("/api/appointments")
class AppointmentsController {

	private static final Instant ANY_TIME_FROM = Instant.parse("1900-01-01T00:00:00Z");

	private static final Instant ANY_TIME_TO = Instant.parse("2200-01-01T00:00:00Z");

	private final Appointments appointments;

	private final AppointmentKinds kinds;

	private final AppointmentCalendars calendars;

	private final CalendarLinks links;

	private final Clock clock;

	AppointmentsController(Appointments appointments, AppointmentKinds kinds, AppointmentCalendars calendars,
			CalendarLinks links, Clock clock) {
		this.appointments = appointments;
		this.kinds = kinds;
		this.calendars = calendars;
		this.links = links;
		this.clock = clock;
	}

	@GetMapping
	Page<AppointmentView> list(@RequestParam(required = false) @Nullable String agentId,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable AppointmentState state,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
			@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
		Instant from = (day != null) ? day.atStartOfDay(this.clock.getZone()).toInstant() : ANY_TIME_FROM;
		Instant to = (day != null) ? day.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant() : ANY_TIME_TO;
		Page<Appointment> found = this.appointments.page(new AppointmentFilter(agentId, customerId, state, from, to),
				page, size);
		return new Page<>(found.items().stream().map(AppointmentView::of).toList(), page, size, found.total());
	}

	@GetMapping("/{appointmentId}")
	AppointmentDetail get(@PathVariable UUID appointmentId) {
		return new AppointmentDetail(AppointmentView.of(this.appointments.get(appointmentId)),
				this.appointments.changesOf(appointmentId));
	}

	@GetMapping("/free-slots")
	AppointmentSlots freeSlots(@RequestParam UUID customerId, @RequestParam String kind,
			@RequestParam(defaultValue = "SERVICE") ContactPurpose purpose,
			@RequestParam(required = false) @Nullable String agentId,
			@RequestParam(required = false) @Nullable String teamId,
			@RequestParam(required = false) @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime from,
			@RequestParam(required = false) @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime until,
			@RequestParam(defaultValue = "10") @Min(1) @Max(AppointmentSearch.MOST) int limit) {
		return this.appointments.freeSlots(new AppointmentSearch(customerId, kind, purpose, agentId, teamId,
				(from != null) ? from.toInstant() : this.clock.instant(), (until != null) ? until.toInstant() : null,
				limit));
	}

	/** Keeps a time for a while. The same id twice gives the same appointment. */
	@PostMapping
	ResponseEntity<AppointmentView> hold(@Valid @RequestBody HoldRequest wanted, HttpServletRequest request) {
		UUID id = (wanted.id() != null) ? wanted.id() : UUID.randomUUID();
		boolean known = this.appointments.find(id).isPresent();
		Appointment held = agreed(this.appointments.hold(new NewAppointment(id, wanted.customerId(), wanted.agentId(),
				wanted.kind(), (wanted.purpose() != null) ? wanted.purpose() : ContactPurpose.SERVICE,
				wanted.startsAt().toInstant(), wanted.place(), wanted.note(), me(request))));
		return (known ? ResponseEntity.ok() : ResponseEntity.created(URI.create("/api/appointments/" + id)))
			.body(AppointmentView.of(held));
	}

	@PostMapping("/{appointmentId}/confirmation")
	AppointmentView confirm(@PathVariable UUID appointmentId, HttpServletRequest request) {
		requireRight(appointmentId, request);
		return AppointmentView.of(agreed(this.appointments.confirm(appointmentId, me(request))));
	}

	@PutMapping("/{appointmentId}/time")
	AppointmentView move(@PathVariable UUID appointmentId, @Valid @RequestBody MoveRequest wanted,
			HttpServletRequest request) {
		requireRight(appointmentId, request);
		return AppointmentView.of(agreed(this.appointments.move(appointmentId, wanted.startsAt().toInstant(),
				wanted.agentId(), wanted.reason(), me(request))));
	}

	@PostMapping("/{appointmentId}/cancellation")
	AppointmentView cancel(@PathVariable UUID appointmentId, @Valid @RequestBody CancelRequest why,
			HttpServletRequest request) {
		requireRight(appointmentId, request);
		return AppointmentView.of(agreed(this.appointments.cancel(appointmentId, why.reason(), me(request))));
	}

	@PostMapping("/{appointmentId}/completion")
	AppointmentView complete(@PathVariable UUID appointmentId,
			@Valid @RequestBody(required = false) @Nullable NoteRequest what, HttpServletRequest request) {
		requireRight(appointmentId, request);
		return AppointmentView.of(agreed(this.appointments.complete(appointmentId, note(what), me(request))));
	}

	@PostMapping("/{appointmentId}/no-show")
	AppointmentView missed(@PathVariable UUID appointmentId,
			@Valid @RequestBody(required = false) @Nullable NoteRequest what, HttpServletRequest request) {
		requireRight(appointmentId, request);
		return AppointmentView.of(agreed(this.appointments.missed(appointmentId, note(what), me(request))));
	}

	/** The invitation for the customer, or its withdrawal. */
	@GetMapping("/{appointmentId}/invitation.ics")
	ResponseEntity<String> invitation(@PathVariable UUID appointmentId) {
		Appointment appointment = this.appointments.get(appointmentId);
		String text = this.calendars.invitation(appointment)
			.orElseThrow(() -> refused(HttpStatus.CONFLICT, "Chưa có thư mời", "Lịch hẹn này chưa được xác nhận."));
		return ResponseEntity.ok()
			.contentType(CalendarFeedController.ICALENDAR)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lich-hen.ics\"")
			.body(text);
	}

	@GetMapping("/kinds")
	List<KindView> kinds() {
		return this.kinds.all().stream().map(KindView::of).toList();
	}

	@PutMapping("/kinds/{code}")
	KindView keepKind(@PathVariable String code, @Valid @RequestBody KindView kind, HttpServletRequest request) {
		if (!request.isUserInRole("MANAGER") && !request.isUserInRole("ADMIN")) {
			throw forbidden();
		}
		AppointmentKind kept = kind.toKind(code);
		this.kinds.keep(kept);
		return KindView.of(kept);
	}

	/** When my calendar's secret link was made. */
	@GetMapping("/calendar-link")
	LinkView link(HttpServletRequest request) {
		return new LinkView(null, this.links.madeAt(me(request)).orElse(null));
	}

	/** Makes me a secret link, shown this once; the one before stops working. */
	@PostMapping("/calendar-link")
	LinkView renewLink(HttpServletRequest request) {
		String secret = this.links.renew(me(request));
		return new LinkView("/calendars/" + secret + ".ics", this.clock.instant());
	}

	/** Makes my link useless; those who lead may do it for others. */
	@DeleteMapping("/calendar-link")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revokeLink(@RequestParam(required = false) @Nullable String agentId, HttpServletRequest request) {
		String whose = (agentId != null) ? agentId : me(request);
		if (!whose.equals(me(request)) && !leads(request)) {
			throw forbidden();
		}
		this.links.revoke(whose);
	}

	private void requireRight(UUID appointmentId, HttpServletRequest request) {
		Appointment appointment = this.appointments.get(appointmentId);
		String me = me(request);
		if (!me.equals(appointment.agentId()) && !me.equals(appointment.bookedBy()) && !leads(request)) {
			throw forbidden();
		}
	}

	private static boolean leads(HttpServletRequest request) {
		return request.isUserInRole("TEAM_LEAD") || request.isUserInRole("MANAGER") || request.isUserInRole("ADMIN");
	}

	private static String me(HttpServletRequest request) {
		return String.valueOf(request.getRemoteUser());
	}

	private static @Nullable String note(@Nullable NoteRequest what) {
		return (what != null) ? what.note() : null;
	}

	private static Appointment agreed(AppointmentAnswer answer) {
		if (answer instanceof Agreed agreed) {
			return agreed.appointment();
		}
		if (answer instanceof Over over) {
			throw refused(HttpStatus.CONFLICT, "Lịch hẹn đã khép",
					"Lịch hẹn này không thay đổi được nữa: " + over.appointment().state() + ".");
		}
		Refused refused = (Refused) answer;
		ErrorResponseException problem = refused(HttpStatus.CONFLICT, "Giờ này không đặt được",
				refused.reasons().get(0).reason());
		problem.getBody().setProperty("reasons", refused.reasons());
		problem.getBody().setProperty("next", refused.next());
		throw problem;
	}

	private static ErrorResponseException forbidden() {
		return refused(HttpStatus.FORBIDDEN, "Không có quyền",
				"Chỉ người có lịch hẹn, người đặt và người phụ trách được làm việc này.");
	}

	private static ErrorResponseException refused(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return new ErrorResponseException(status, problem, null);
	}

	/** A time to be kept. */
	record HoldRequest(@Nullable UUID id, @NotNull UUID customerId, @NotBlank @Size(max = 64) String agentId,
			@NotBlank @Size(max = 30) String kind, @Nullable ContactPurpose purpose, @NotNull OffsetDateTime startsAt,
			@Size(max = 300) @Nullable String place, @Size(max = 2000) @Nullable String note) {
	}

	/** Another time or agent. */
	record MoveRequest(@NotNull OffsetDateTime startsAt, @Size(max = 64) @Nullable String agentId,
			@Size(max = 500) @Nullable String reason) {
	}

	/** Why it is called off. */
	record CancelRequest(@NotBlank @Size(max = 500) String reason) {
	}

	/** What came of it. */
	record NoteRequest(@Size(max = 500) @Nullable String note) {
	}

	/** Where the calendar is, told once, and since when. */
	record LinkView(@Nullable String path, @Nullable Instant madeAt) {
	}

	/** What people see of an appointment. */
	record AppointmentView(UUID id, UUID customerId, String agentId, String kind, ContactPurpose purpose,
			AppointmentState state, Instant startsAt, Instant endsAt, @Nullable Instant heldUntil,
			Instant remindAgentAt, Instant remindCustomerAt, int sequence, @Nullable String place,
			@Nullable String note, String bookedBy) {

		static AppointmentView of(Appointment of) {
			return new AppointmentView(of.id(), of.customerId(), of.agentId(), of.kind(), of.purpose(), of.state(),
					of.startsAt(), of.endsAt(), of.heldUntil(), of.remindAgentAt(), of.remindCustomerAt(),
					of.sequence(), of.place(), of.note(), of.bookedBy());
		}

	}

	/** An appointment with what was done to it. */
	record AppointmentDetail(AppointmentView appointment, List<AppointmentChange> changes) {
	}

	/** A kind, its durations in minutes and as the calendar writes them. */
	record KindView(@Nullable String code, @NotBlank @Size(max = 100) String name, @NotNull ContactChannel channel,
			@NotNull AppointmentPlace place, @Min(5) @Max(720) int lengthMinutes, @Min(0) @Max(720) int beforeMinutes,
			@Min(0) @Max(720) int afterMinutes, @NotBlank String remindAgent, @NotBlank String remindCustomer,
			boolean active) {

		static KindView of(AppointmentKind kind) {
			return new KindView(kind.code(), kind.name(), kind.channel(), kind.place(), (int) kind.length().toMinutes(),
					(int) kind.before().toMinutes(), (int) kind.after().toMinutes(), kind.remindAgent().toString(),
					kind.remindCustomer().toString(), kind.active());
		}

		AppointmentKind toKind(String code) {
			if (!code.matches("[A-Z][A-Z_]{0,29}")) {
				throw new AppointmentInvalid("code", "Mã loại lịch hẹn gồm chữ in hoa và dấu gạch dưới.");
			}
			return new AppointmentKind(code, this.name, this.channel, this.place,
					steps("lengthMinutes", this.lengthMinutes), steps("beforeMinutes", this.beforeMinutes),
					steps("afterMinutes", this.afterMinutes), duration("remindAgent", this.remindAgent),
					duration("remindCustomer", this.remindCustomer), this.active);
		}

		private static Duration steps(String field, int minutes) {
			if (minutes % AppointmentKind.STEP.toMinutes() != 0) {
				throw new AppointmentInvalid(field, "Số phút phải chia hết cho 5.");
			}
			return Duration.ofMinutes(minutes);
		}

		private static CareDuration duration(String field, String text) {
			try {
				return CareDuration.parse(text);
			}
			catch (IllegalArgumentException ex) {
				throw new AppointmentInvalid(field,
						"Hãy viết thời lượng như 30m, 8h, 2wd hoặc PT24H: " + ex.getMessage());
			}
		}

	}

}
