package vn.careflow.contact;

import java.io.StringReader;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.customer.Customers;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.careflow.testsupport.Time.instant;

/**
 * Other calendars understand what we write: read again by a library that did not write
 * it.
 */
@AppointmentSlice
@OnH2
class AppointmentCalendarsTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T07:00");

	@Autowired
	Appointments appointments;

	@Autowired
	AppointmentCalendars calendars;

	@Autowired
	CalendarLinks links;

	@Autowired
	Staff staff;

	@Autowired
	Customers customers;

	AppointmentFixture people;

	String lan;

	UUID customerId;

	@BeforeEach
	void opens() {
		this.people = new AppointmentFixture(this.staff, this.customers);
		this.lan = this.people.agent("lan");
		this.customerId = this.people.customer();
	}

	@Test
	void invitesMovesAndCallsOffTheSameEvent() throws Exception {
		Appointment appointment = confirmed("AT_OUR_PLACE", "2026-03-03T09:00");

		VEvent invited = only(this.calendars.invitation(appointment).orElseThrow(), "REQUEST");
		this.time.passes(Duration.ofMinutes(5));
		Appointment moved = agreed(
				this.appointments.move(appointment.id(), instant("2026-03-04T14:00"), null, null, this.lan));
		VEvent again = only(this.calendars.invitation(moved).orElseThrow(), "REQUEST");
		this.time.passes(Duration.ofMinutes(5));
		Appointment cancelled = agreed(this.appointments.cancel(appointment.id(), "Khách ốm", this.lan));
		VEvent off = only(this.calendars.invitation(cancelled).orElseThrow(), "CANCEL");

		assertThat(List.of(invited, again, off)).extracting((event) -> event.getUid().getValue())
			.containsOnly(appointment.id() + "@careflow");
		assertThat(List.of(invited, again, off)).extracting((event) -> event.getSequence().getValue())
			.containsExactly(0, 1, 2);
		assertThat(List.of(invited, again, off)).extracting((event) -> event.getStatus().getValue())
			.containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
		assertThat(invited.getDateStart().getValue()).isEqualTo(Date.from(instant("2026-03-03T09:00")));
		assertThat(invited.getDateEnd().getValue()).isEqualTo(Date.from(instant("2026-03-03T10:00")));
		assertThat(again.getDateStart().getValue()).isEqualTo(Date.from(instant("2026-03-04T14:00")));
		assertThat(again.getDateTimeStamp().getValue()).isAfter(invited.getDateTimeStamp().getValue());
		assertThat(invited.getSummary().getValue()).isEqualTo("Gặp tại văn phòng · Nguyễn Thị lan");
		assertThat(invited.getOrganizer().getEmail()).isEqualTo(this.lan + "@careflow.example");
		assertThat(invited.getAttendees()).singleElement().satisfies((attendee) -> {
			assertThat(attendee.getEmail()).endsWith("@khach.example");
			assertThat(attendee.getCommonName()).isEqualTo("Trần Văn Bình");
		});
	}

	@Test
	void namesItsTimeZone() throws Exception {
		String text = this.calendars.invitation(confirmed("CALL", "2026-03-03T09:00")).orElseThrow();

		ICalendar read = Biweekly.parse(text).first();
		assertThat(text).contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20260303T090000");
		assertThat(read.getTimezoneInfo().getTimezones()).hasSize(1);
		TimeZone zone = read.getTimezoneInfo().getTimezone(read.getEvents().get(0).getDateStart()).getTimeZone();
		assertThat(zone.getOffset(instant("2026-03-03T09:00").toEpochMilli())).isEqualTo(7 * 3_600_000);
		assertThat(read.getVersion()).isEqualTo(biweekly.ICalVersion.V2_0);
		assertThat(new CalendarBuilder().build(new StringReader(text)).validate().hasErrors()).isFalse();
	}

	@Test
	void readsBackToTheSameTextThroughTheOtherLibrary() throws Exception {
		String text = this.calendars.invitation(confirmed("CALL", "2026-03-03T09:00")).orElseThrow();

		ICalendar there = Biweekly.parse(text).first();
		ICalendar andBack = Biweekly.parse(Biweekly.write(there).go()).first();

		assertThat(andBack.getEvents().get(0).getDateStart().getValue())
			.isEqualTo(Date.from(instant("2026-03-03T09:00")));
		assertThat(andBack.getEvents().get(0).getSummary()).isEqualTo(there.getEvents().get(0).getSummary());
		assertThat(there.validate(biweekly.ICalVersion.V2_0)).isEmpty();
	}

	@Test
	void invitesNobodyToWhatIsNotConfirmed() {
		Appointment held = agreed(this.appointments
			.hold(AppointmentFixture.wanted(this.customerId, this.lan, "CALL", "2026-03-03T09:00")));

		assertThat(this.calendars.invitation(held)).isEmpty();
	}

	@Test
	void showsAnAgentsAppointmentsWithoutPhoneNumbersOrNotes() {
		confirmed("CALL", "2026-03-03T09:00");
		agreed(this.appointments.hold(new NewAppointment(UUID.randomUUID(), this.customerId, this.lan, "AT_OUR_PLACE",
				ContactPurpose.SERVICE, instant("2026-03-03T10:00"), "Phòng họp 2", "chuyện riêng", this.lan)));
		confirmed(this.people.agent("minh"), "2026-03-05T09:00");

		AppointmentCalendars.Feed feed = this.calendars.feed(this.lan);

		ICalendar read = Biweekly.parse(feed.text()).first();
		String number = this.customers.get(this.customerId).number();
		assertThat(read.getMethod().getValue()).isEqualTo("PUBLISH");
		assertThat(read.getEvents()).extracting((event) -> event.getSummary().getValue())
			.containsExactly("Gọi điện theo hẹn · Trần Văn Bình (" + number + ")",
					"Gặp tại văn phòng · Trần Văn Bình (" + number + ")");
		assertThat(read.getEvents()).extracting((event) -> event.getStatus().getValue())
			.containsExactly("CONFIRMED", "TENTATIVE");
		assertThat(feed.text()).contains("Phòng họp 2").doesNotContain("chuyện riêng", "+84", "977", "@khach");
	}

	@Test
	void changesItsTagWithItsContentOnly() {
		Appointment appointment = confirmed("CALL", "2026-03-03T09:00");
		AppointmentCalendars.Feed first = this.calendars.feed(this.lan);

		this.time.passes(Duration.ofMinutes(1));
		AppointmentCalendars.Feed same = this.calendars.feed(this.lan);
		this.appointments.move(appointment.id(), instant("2026-03-03T10:00"), null, null, this.lan);
		AppointmentCalendars.Feed moved = this.calendars.feed(this.lan);

		assertThat(same).isEqualTo(first);
		assertThat(moved.tag()).isNotEqualTo(first.tag());
		assertThat(moved.changedAt()).isAfter(first.changedAt());
	}

	@Test
	void opensACalendarToWhoKnowsItsSecretOnly() {
		String secret = this.links.renew(this.lan);

		assertThat(secret).hasSize(43);
		assertThat(this.links.agentOf(secret)).contains(this.lan);
		assertThat(this.links.agentOf(secret.substring(1))).isEmpty();
		assertThat(this.links.agentOf(CalendarLinks.hash(secret))).isEmpty();
		assertThat(this.links.madeAt(this.lan)).contains(this.time.now());
		String other = this.links.renew(this.lan);
		assertThat(this.links.agentOf(secret)).isEmpty();
		assertThat(this.links.agentOf(other)).contains(this.lan);
		assertThat(this.links.revoke(this.lan)).isTrue();
		assertThat(this.links.revoke(this.lan)).isFalse();
		assertThat(this.links.agentOf(other)).isEmpty();
		assertThat(this.links.madeAt(this.lan)).isEmpty();
	}

	private static VEvent only(String text, String method) {
		ICalendar calendar = Biweekly.parse(text).first();
		assertThat(calendar.getMethod().getValue()).isEqualTo(method);
		assertThat(calendar.getEvents()).hasSize(1);
		return calendar.getEvents().get(0);
	}

	private Appointment confirmed(String kind, String local) {
		boolean agent = kind.contains(".");
		Appointment held = agreed(
				this.appointments.hold(AppointmentFixture.wanted(agent ? this.people.customer() : this.customerId,
						agent ? kind : this.lan, agent ? "CALL" : kind, local)));
		return agreed(this.appointments.confirm(held.id(), this.lan));
	}

	private static Appointment agreed(AppointmentAnswer answer) {
		assertThat(answer).isInstanceOf(Agreed.class);
		return ((Agreed) answer).appointment();
	}

}
