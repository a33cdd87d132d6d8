package vn.careflow.console;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointment;
import vn.careflow.contact.AppointmentKind;
import vn.careflow.contact.AppointmentKinds;
import vn.careflow.contact.AppointmentRefusal;
import vn.careflow.contact.Appointments;
import vn.careflow.process.AppointmentBooking;
import vn.careflow.process.CaseTask;
import vn.careflow.process.FormOptions;

/**
 * What forms of appointments offer and say: the kinds, the times that are free for this
 * customer, and why it is not earlier.
 */
@Component
class AppointmentChoices implements FormOptions {

	private static final String KINDS = "appointmentKinds";

	private static final String SLOTS = "appointmentSlots";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm EEEE dd/MM/yyyy",
			Locale.forLanguageTag("vi-VN"));

	private static final int MOST_REASONS = 4;

	private final AppointmentBooking booking;

	private final Appointments appointments;

	private final AppointmentKinds kinds;

	private final Clock clock;

	AppointmentChoices(AppointmentBooking booking, Appointments appointments, AppointmentKinds kinds, Clock clock) {
		this.booking = booking;
		this.appointments = appointments;
		this.kinds = kinds;
		this.clock = clock;
	}

	@Override
	public List<Option> options(String source) {
		return source.equals(KINDS) ? this.kinds.all()
			.stream()
			.filter(AppointmentKind::active)
			.map((kind) -> new Option(kind.name(), kind.code()))
			.toList() : List.of();
	}

	@Override
	public boolean dependsOnCase(String source) {
		return source.equals(SLOTS);
	}

	@Override
	public Optional<List<Option>> options(String source, CaseTask task) {
		return dependsOnCase(source)
				? Optional.of(this.booking.offers(task).slots().stream().map(this.booking::option).toList())
				: Optional.empty();
	}

	/** What a task about an appointment is about. */
	CaseSubjects.Subject subjectOf(CaseTask task) {
		String kind = task.code("appointmentKind")
			.flatMap(this.kinds::find)
			.map(AppointmentKind::name)
			.orElse("Lịch hẹn");
		return task.caseUuid()
			.flatMap(this.appointments::find)
			.map((appointment) -> new CaseSubjects.Subject(
					kind + " · " + MOMENT.format(appointment.startsAt().atZone(this.clock.getZone())),
					detail(appointment)))
			.orElseGet(() -> new CaseSubjects.Subject(kind, whyNotEarlier(task)));
	}

	private static String detail(Appointment appointment) {
		String place = Optional.ofNullable(appointment.place()).map((text) -> "Nơi gặp: " + text + ". ").orElse("");
		return place + Optional.ofNullable(appointment.note()).orElse("");
	}

	private String whyNotEarlier(CaseTask task) {
		return this.booking.offers(task)
			.refused()
			.stream()
			.map(AppointmentRefusal::reason)
			.distinct()
			.limit(MOST_REASONS)
			.collect(Collectors.joining(" ", "Giờ sớm hơn không đặt được: ", ""));
	}

}
