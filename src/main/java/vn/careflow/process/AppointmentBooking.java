package vn.careflow.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.contact.Appointment;
import vn.careflow.contact.AppointmentAnswer;
import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentAnswer.Refused;
import vn.careflow.contact.AppointmentRefusal;
import vn.careflow.contact.AppointmentSearch;
import vn.careflow.contact.AppointmentSlot;
import vn.careflow.contact.AppointmentSlots;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.NewAppointment;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Books appointments that people ask for in Tasklist. Whoever loses a race for a time is
 * told at the form what is free instead.
 */
@Service
public class AppointmentBooking {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm EEEE dd/MM",
			Locale.forLanguageTag("vi-VN"));

	private static final int OFFERED = 15;

	private final Appointments appointments;

	private final CustomerReferences customers;

	private final Staff staff;

	private final CareTimes times;

	AppointmentBooking(Appointments appointments, CustomerReferences customers, Staff staff, CareTimes times) {
		this.appointments = appointments;
		this.customers = customers;
		this.staff = staff;
		this.times = times;
	}

	/**
	 * Begins a booking.
	 * @throws FormRejected when no time is free, with the reason
	 */
	@Transactional
	public void begin(DelegateExecution execution) {
		CaseKeys.begin(execution, UUID.randomUUID());
		this.customers.resolve(execution);
		String actor = CaseKeys.actor();
		AppointmentProcess.BOOKED_BY.set(execution, this.staff.find(actor).map(Agent::id).orElse(null));
		AppointmentSlots found = this.appointments.freeSlots(search(CaseTask.of(execution)));
		if (found.slots().isEmpty()) {
			throw new FormRejected(AppointmentProcess.APPOINTMENT_KIND.name(),
					"Không có giờ trống nào: " + whyNone(found));
		}
	}

	/**
	 * The first reason that holds for the customer, because nobody else of us could help
	 * with it; else the first one.
	 */
	private static String whyNone(AppointmentSlots found) {
		return found.refused()
			.stream()
			.min(Comparator.comparing((refusal) -> refusal.agentId() != null))
			.map(AppointmentRefusal::reason)
			.orElse("hết giờ.");
	}

	/**
	 * The free times for a booking that has begun, and what cannot be had, as known now.
	 */
	public AppointmentSlots offers(CaseTask booking) {
		return this.appointments.freeSlots(search(booking));
	}

	/** What a free time is called where it is chosen. */
	public FormOptions.Option option(AppointmentSlot slot) {
		return new FormOptions.Option(label(slot), slot.agentId() + "@" + slot.startsAt());
	}

	/**
	 * Gives the chosen time away.
	 * @throws FormRejected when somebody else has it by now
	 */
	@Transactional
	public void book(DelegateExecution execution) {
		String[] choice = AppointmentProcess.SLOT_CHOICE.get(execution).split("@", 2);
		String actor = CaseKeys.actor();
		UUID id = CaseKeys.caseId(execution);
		agreed(this.appointments.hold(new NewAppointment(id, CaseKeys.customerId(execution), choice[0],
				AppointmentProcess.APPOINTMENT_KIND.get(execution), purpose(CaseTask.of(execution)), moment(choice),
				AppointmentProcess.APPOINTMENT_PLACE.find(execution).orElse(null),
				AppointmentProcess.APPOINTMENT_NOTE.find(execution).orElse(null), actor)),
				AppointmentProcess.SLOT_CHOICE.name());
		agreed(this.appointments.confirm(id, actor), AppointmentProcess.SLOT_CHOICE.name());
	}

	/**
	 * Gives the appointment another time.
	 * @throws FormRejected when it cannot have that time, with what is free instead
	 */
	@Transactional
	public void move(DelegateExecution execution, Date to) {
		agreed(this.appointments.move(CaseKeys.caseId(execution), to.toInstant(), null,
				AppointmentProcess.APPOINTMENT_NOTE.find(execution).orElse(null), CaseKeys.actor()),
				AppointmentProcess.MOVED_TO.name());
	}

	/**
	 * The appointment as asked for.
	 * @throws FormRejected when it was refused
	 */
	Appointment agreed(AppointmentAnswer answer, String field) {
		if (answer instanceof Agreed agreed) {
			return agreed.appointment();
		}
		if (answer instanceof Refused refused) {
			throw new FormRejected(field, refused.reasons().get(0).reason() + instead(refused.next()));
		}
		throw new FormRejected(field, "Lịch hẹn này đã khép, không thay đổi được nữa.");
	}

	private AppointmentSearch search(CaseTask booking) {
		Instant from = booking.moment(CaseVariables.NOT_BEFORE.name()).orElseGet(this.times::now);
		Optional<String> agent = booking.code(AppointmentProcess.WANTED_AGENT_ID.name());
		return new AppointmentSearch(booking.uuid(CaseVariables.CUSTOMER_ID.name()).orElseThrow(),
				booking.code(AppointmentProcess.APPOINTMENT_KIND.name()).orElseThrow(), purpose(booking),
				agent.orElse(null), booking.code(CaseVariables.TEAM_ID.name()).orElse(null), from, null, OFFERED);
	}

	private static ContactPurpose purpose(CaseTask booking) {
		return booking.code(ContactCustomerProcess.PURPOSE.name())
			.map(ContactPurpose::valueOf)
			.orElse(ContactPurpose.SERVICE);
	}

	private static Instant moment(String[] choice) {
		try {
			return Instant.parse(choice[choice.length - 1]);
		}
		catch (DateTimeParseException ex) {
			throw new FormRejected(AppointmentProcess.SLOT_CHOICE.name(), "Hãy chọn một giờ trong danh sách.");
		}
	}

	private String instead(List<AppointmentSlot> next) {
		return next.isEmpty() ? ""
				: next.stream().map(this::label).collect(Collectors.joining("; ", " Còn trống: ", "."));
	}

	private String label(AppointmentSlot slot) {
		String wish = slot.broken().isEmpty() ? "" : " · " + slot.broken().get(0).reason();
		return "%s · %s%s".formatted(MOMENT.format(this.times.local(slot.startsAt())),
				this.staff.find(slot.agentId()).map(Agent::name).orElse(slot.agentId()), wish);
	}

}
