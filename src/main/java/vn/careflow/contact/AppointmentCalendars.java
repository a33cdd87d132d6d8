package vn.careflow.contact;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.stereotype.Component;

import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Writes appointments for other calendars, as iCalendar (RFC 5545) and as invitations
 * (iTIP, RFC 5546). The same appointment has the same UID for ever, and a SEQUENCE that
 * rises when it is moved or called off.
 */
@Component
class AppointmentCalendars {

	/** An agent's calendar never holds more. */
	private static final int MOST_EVENTS = 200;

	private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();

	private final Appointments appointments;

	private final AppointmentKinds kinds;

	private final Customers customers;

	private final Staff staff;

	private final AppointmentSettings settings;

	private final Clock clock;

	AppointmentCalendars(Appointments appointments, AppointmentKinds kinds, Customers customers, Staff staff,
			AppointmentSettings settings, Clock clock) {
		this.appointments = appointments;
		this.kinds = kinds;
		this.customers = customers;
		this.staff = staff;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * An agent's appointments of some weeks back and some months ahead. Of the customer
	 * it holds name and number; neither phone nor address nor what the appointment is
	 * about.
	 */
	Feed feed(String agentId) {
		Instant today = this.clock.instant().atZone(zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
		AppointmentFilter mine = new AppointmentFilter(agentId, null, null,
				today.minus(this.settings.feedPast().amount()), today.plus(this.settings.feedAhead().amount()));
		Map<String, AppointmentKind> known = this.kinds.all()
			.stream()
			.collect(Collectors.toMap(AppointmentKind::code, Function.identity()));
		List<Appointment> shown = this.appointments.page(mine, 0, MOST_EVENTS)
			.items()
			.stream()
			.filter((appointment) -> appointment.state() != AppointmentState.EXPIRED)
			.toList();
		Calendar calendar = calendar(ImmutableMethod.PUBLISH);
		calendar.add(new XProperty("X-WR-CALNAME", "Careflow"));
		shown.forEach((appointment) -> calendar.add(event(appointment, forAgent(appointment, known))));
		Instant changed = this.appointments.lastChangeOf(agentId).filter(today::isBefore).orElse(today);
		return new Feed(text(calendar), changed);
	}

	/**
	 * The invitation that a customer gets, or its withdrawal when the appointment was
	 * called off.
	 * @return empty for an appointment that nobody has confirmed
	 */
	Optional<String> invitation(Appointment appointment) {
		if (appointment.state() == AppointmentState.HELD || appointment.state() == AppointmentState.EXPIRED) {
			return Optional.empty();
		}
		Calendar calendar = calendar(
				(appointment.state() == AppointmentState.CANCELLED) ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
		Optional<Agent> agent = this.staff.find(appointment.agentId());
		String kind = this.kinds.find(appointment.kind()).map(AppointmentKind::name).orElse(appointment.kind());
		VEvent event = event(appointment, kind + " · " + agent.map(Agent::name).orElse("Careflow"));
		agent.ifPresent((organizer) -> event
			.add(new Organizer(URI.create("mailto:" + organizer.email())).add(new Cn(organizer.name()))));
		event.add(attendee(this.customers.get(appointment.customerId())));
		calendar.add(event);
		return Optional.of(text(calendar));
	}

	private String forAgent(Appointment appointment, Map<String, AppointmentKind> known) {
		Customer customer = this.customers.get(appointment.customerId());
		String kind = Optional.ofNullable(known.get(appointment.kind()))
			.map(AppointmentKind::name)
			.orElse(appointment.kind());
		return "%s · %s (%s)".formatted(kind, customer.name(), customer.number());
	}

	private VEvent event(Appointment appointment, String summary) {
		VEvent event = new VEvent(appointment.startsAt().atZone(zone()), appointment.endsAt().atZone(zone()), summary);
		event.removeAll(Property.DTSTAMP);
		event.add(new DtStamp(appointment.changedAt().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new LastModified(appointment.changedAt().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new Uid(appointment.id() + "@careflow"));
		event.add(new Sequence(appointment.sequence()));
		event.add(status(appointment));
		if (appointment.place() != null) {
			event.add(new Location(appointment.place()));
		}
		return event;
	}

	private static Status status(Appointment appointment) {
		return switch (appointment.state()) {
			case HELD, EXPIRED -> ImmutableStatus.VEVENT_TENTATIVE;
			case CONFIRMED, DONE, NO_SHOW -> ImmutableStatus.VEVENT_CONFIRMED;
			case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
		};
	}

	/** Who has no e-mail is named all the same: an invitation invites somebody. */
	private static Attendee attendee(Customer customer) {
		URI address = customer.email()
			.map((email) -> URI.create("mailto:" + email))
			.orElseGet(() -> URI.create("urn:uuid:" + customer.id()));
		Attendee attendee = new Attendee(address);
		attendee.add(new Cn(customer.name()));
		attendee.add(Role.REQ_PARTICIPANT);
		attendee.add(PartStat.NEEDS_ACTION);
		return attendee;
	}

	private Calendar calendar(Method method) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Careflow//Appointments//VI"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(method);
		calendar.add(this.zones.getTimeZone(zone().getId()).getVTimeZone());
		return calendar;
	}

	private static String text(Calendar calendar) {
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter(false).output(calendar, text);
			return text.toString();
		}
		catch (IOException ex) {
			throw new IllegalStateException("A calendar could not be written", ex);
		}
	}

	private ZoneId zone() {
		return this.clock.getZone();
	}

	/**
	 * An agent's calendar.
	 *
	 * @param text the calendar itself
	 * @param changedAt when anything in it was last changed; today's first moment at the
	 * earliest, because every day another day comes into it
	 */
	record Feed(String text, Instant changedAt) {

		/** Rises and falls with the content, so that nothing is sent twice. */
		String tag() {
			return '"' + CalendarLinks.hash(this.text) + '"';
		}

	}

}
