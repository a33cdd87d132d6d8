package vn.careflow.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.careflow.calendar.CareDuration;
import vn.careflow.contact.AppointmentAnswer.Agreed;
import vn.careflow.contact.AppointmentAnswer.Over;
import vn.careflow.contact.AppointmentAnswer.Refused;
import vn.careflow.customer.Page;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static vn.careflow.testsupport.Time.instant;

@WebMvcTest({ AppointmentsController.class, CalendarFeedController.class })
@AutoConfigureMockMvc(addFilters = false)
@ActiveProfiles("test")
class AppointmentsControllerTests {

	private static final AppointmentKind CALL = new AppointmentKind("CALL", "Gọi điện", ContactChannel.CALL,
			AppointmentPlace.REMOTE, Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, CareDuration.parse("15m"),
			CareDuration.parse("1wd"), true);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:00");

	private final UUID customerId = UUID.randomUUID();

	private final UUID id = UUID.randomUUID();

	private final Appointment appointment = appointment(AppointmentState.CONFIRMED);

	@MockitoBean
	Appointments appointments;

	@MockitoBean
	AppointmentKinds kinds;

	@MockitoBean
	AppointmentCalendars calendars;

	@MockitoBean
	CalendarLinks links;

	@Autowired
	MockMvcTester mvc;

	@Test
	void holdsATimeForWhoIsSignedIn() {
		given(this.appointments.hold(new NewAppointment(this.id, this.customerId, "lan.nguyen", "CALL",
				ContactPurpose.SERVICE, instant("2026-03-03T09:00"), null, "gia hạn", "minh.tran")))
			.willReturn(new Agreed(this.appointment));

		assertThat(this.mvc.post()
			.uri("/api/appointments")
			.with(signedIn("minh.tran", "AGENT"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"id": "%s", "customerId": "%s", "agentId": "lan.nguyen", "kind": "CALL",
						"startsAt": "2026-03-03T09:00:00+07:00", "note": "gia hạn"}""".formatted(this.id,
					this.customerId)))
			.hasStatus(201)
			.hasHeader("Location", "/api/appointments/" + this.id)
			.bodyJson()
			.isLenientlyEqualTo("{'state': 'CONFIRMED', 'startsAt': '2026-03-03T02:00:00Z'}".replace('\'', '"'));
	}

	@Test
	void answersALostRaceWithTheNextFreeTimes() {
		given(this.appointments.hold(any())).willReturn(new Refused(
				List.of(new AppointmentRefusal(instant("2026-03-03T09:00"), instant("2026-03-03T09:30"), "AGENT_BUSY",
						"Nhân viên đã có lịch hẹn khác.", "lan.nguyen")),
				List.of(new AppointmentSlot("lan.nguyen", instant("2026-03-03T09:30"), instant("2026-03-03T10:00"),
						List.of()))));

		assertThat(this.mvc.post()
			.uri("/api/appointments")
			.with(signedIn("minh.tran", "AGENT"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"customerId": "%s", "agentId": "lan.nguyen", "kind": "CALL",
						"startsAt": "2026-03-03T09:00:00+07:00"}""".formatted(this.customerId))).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"title": "Giờ này không đặt được", "detail": "Nhân viên đã có lịch hẹn khác.",
						"reasons": [{"rule": "AGENT_BUSY", "agentId": "lan.nguyen"}],
						"next": [{"agentId": "lan.nguyen", "startsAt": "2026-03-03T02:30:00Z"}]}""");
	}

	@Test
	void letsTheAgentTheBookerAndThoseWhoLeadChangeItAndNobodyElse() {
		given(this.appointments.get(this.id)).willReturn(this.appointment);
		given(this.appointments.cancel(any(), any(), any())).willReturn(new Agreed(this.appointment));

		assertThat(cancelledBy("lan.nguyen", "AGENT")).isEqualTo(200);
		assertThat(cancelledBy("thu.booker", "AGENT")).isEqualTo(200);
		assertThat(cancelledBy("hung.dang", "TEAM_LEAD")).isEqualTo(200);
		assertThat(cancelledBy("mai.bui", "MANAGER")).isEqualTo(200);
		assertThat(cancelledBy("minh.tran", "AGENT")).isEqualTo(403);
		then(this.appointments).should(never()).cancel(this.id, "ốm", "minh.tran");
	}

	@Test
	void takesEachChange() {
		given(this.appointments.get(this.id)).willReturn(this.appointment);
		given(this.appointments.confirm(this.id, "lan.nguyen")).willReturn(new Agreed(this.appointment));
		given(this.appointments.complete(this.id, "xong", "lan.nguyen")).willReturn(new Agreed(this.appointment));
		given(this.appointments.missed(this.id, null, "lan.nguyen")).willReturn(new Over(this.appointment));
		given(this.appointments.move(this.id, instant("2026-03-04T09:00"), "minh.tran", "bận", "lan.nguyen"))
			.willReturn(new Agreed(this.appointment));

		assertThat(post("/confirmation", null)).isEqualTo(200);
		assertThat(post("/completion", "{\"note\": \"xong\"}")).isEqualTo(200);
		assertThat(post("/no-show", null)).isEqualTo(409);
		assertThat(post("/cancellation", "{}")).isEqualTo(400);
		assertThat(this.mvc.put()
			.uri("/api/appointments/{id}/time", this.id)
			.with(signedIn("lan.nguyen", "AGENT"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"startsAt": "2026-03-04T09:00:00+07:00", "agentId": "minh.tran", "reason": "bận"}"""))
			.hasStatusOk();
	}

	@Test
	void listsByAgentAndDay() {
		given(this.appointments.page(new AppointmentFilter("lan.nguyen", this.customerId, AppointmentState.CONFIRMED,
				instant("2026-03-03T00:00"), instant("2026-03-04T00:00")), 1, 5))
			.willReturn(new Page<>(List.of(this.appointment), 1, 5, 6));

		assertThat(this.mvc.get()
			.uri("/api/appointments?agentId=lan.nguyen&customerId={id}&state=CONFIRMED&day=2026-03-03&page=1&size=5",
					this.customerId))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"page\": 1, \"size\": 5, \"total\": 6, \"items\": [{\"id\": \"%s\"}]}".formatted(this.id));
		assertThat(this.mvc.get().uri("/api/appointments?size=201")).hasStatus(400);
	}

	@Test
	void asksForFreeTimesFromNowOn() {
		given(this.appointments.freeSlots(new AppointmentSearch(this.customerId, "CALL", ContactPurpose.REPLY, null,
				"service", this.time.now(), null, 3)))
			.willReturn(new AppointmentSlots(
					List.of(new AppointmentSlot("lan.nguyen", instant("2026-03-03T09:30"), instant("2026-03-03T10:00"),
							List.of())),
					List.of(new AppointmentRefusal(this.time.now(), null, "ABSENT", "Nhân viên vắng mặt.",
							"minh.tran"))));

		assertThat(this.mvc.get()
			.uri("/api/appointments/free-slots?customerId={id}&kind=CALL&purpose=REPLY&teamId=service&limit=3",
					this.customerId))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"slots": [{"agentId": "lan.nguyen"}],
						"refused": [{"rule": "ABSENT", "reason": "Nhân viên vắng mặt.", "agentId": "minh.tran"}]}""");
	}

	@Test
	void letsManagersKeepKinds() {
		String kind = """
				{"name": "Khảo sát", "channel": "MEETING", "place": "CUSTOMERS", "lengthMinutes": 90,
					"beforeMinutes": 30, "afterMinutes": 30, "remindAgent": "%s", "remindCustomer": "1wd",
					"active": true}""";
		given(this.kinds.all()).willReturn(List.of(CALL));

		assertThat(this.mvc.get().uri("/api/appointments/kinds")).bodyJson()
			.isLenientlyEqualTo("[{\"code\": \"CALL\", \"lengthMinutes\": 30, \"remindAgent\": \"15m\"}]");
		assertThat(kept("MANAGER", "SURVEY", kind.formatted("1h"))).isEqualTo(200);
		assertThat(kept("AGENT", "SURVEY", kind.formatted("1h"))).isEqualTo(403);
		assertThat(kept("MANAGER", "SURVEY", kind.formatted("1d"))).isEqualTo(400);
		assertThat(kept("MANAGER", "survey", kind.formatted("1h"))).isEqualTo(400);
		assertThat(kept("MANAGER", "SURVEY", kind.formatted("1h").replace("90", "91"))).isEqualTo(400);
	}

	@Test
	void handsOverTheInvitation() {
		given(this.appointments.get(this.id)).willReturn(this.appointment);
		given(this.calendars.invitation(this.appointment)).willReturn(Optional.of("BEGIN:VCALENDAR"));

		assertThat(this.mvc.get().uri("/api/appointments/{id}/invitation.ics", this.id)).hasStatusOk()
			.hasContentType("text/calendar;charset=UTF-8")
			.hasHeader("Content-Disposition", "attachment; filename=\"lich-hen.ics\"")
			.hasBodyTextEqualTo("BEGIN:VCALENDAR");
		given(this.calendars.invitation(this.appointment)).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/api/appointments/{id}/invitation.ics", this.id)).hasStatus(409);
	}

	@Test
	void makesAndRevokesMyLink() {
		given(this.links.renew("lan.nguyen")).willReturn("geheim");
		given(this.links.madeAt("lan.nguyen")).willReturn(Optional.of(this.time.now()));

		assertThat(this.mvc.post().uri("/api/appointments/calendar-link").with(signedIn("lan.nguyen", "AGENT")))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"path\": \"/calendars/geheim.ics\"}");
		assertThat(this.mvc.get().uri("/api/appointments/calendar-link").with(signedIn("lan.nguyen", "AGENT")))
			.bodyJson()
			.doesNotHavePath("$.path");
		assertThat(this.mvc.delete().uri("/api/appointments/calendar-link").with(signedIn("lan.nguyen", "AGENT")))
			.hasStatus(204);
		assertThat(this.mvc.delete()
			.uri("/api/appointments/calendar-link?agentId=minh.tran")
			.with(signedIn("lan.nguyen", "AGENT"))).hasStatus(403);
		assertThat(this.mvc.delete()
			.uri("/api/appointments/calendar-link?agentId=minh.tran")
			.with(signedIn("hung.dang", "TEAM_LEAD"))).hasStatus(204);
		then(this.links).should().revoke("lan.nguyen");
		then(this.links).should().revoke("minh.tran");
	}

	@Test
	void sendsACalendarOnceToWhoHasItAlready() {
		AppointmentCalendars.Feed feed = new AppointmentCalendars.Feed("BEGIN:VCALENDAR",
				Instant.parse("2026-03-01T00:00:00Z"));
		given(this.links.agentOf("secret")).willReturn(Optional.of("lan.nguyen"));
		given(this.calendars.feed("lan.nguyen")).willReturn(feed);

		assertThat(this.mvc.get().uri("/calendars/secret.ics")).hasStatusOk()
			.hasContentType("text/calendar;charset=UTF-8")
			.hasHeader("ETag", feed.tag())
			.hasHeader("Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT")
			.hasHeader("Cache-Control", "no-cache, private");
		assertThat(this.mvc.get().uri("/calendars/secret.ics").header("If-None-Match", feed.tag())).hasStatus(304);
		assertThat(this.mvc.get().uri("/calendars/other.ics")).hasStatus(404);
	}

	private int cancelledBy(String who, String role) {
		return this.mvc.post()
			.uri("/api/appointments/{id}/cancellation", this.id)
			.with(signedIn(who, role))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"reason\": \"ốm\"}")
			.exchange()
			.getResponse()
			.getStatus();
	}

	private int post(String what, String body) {
		var request = this.mvc.post().uri("/api/appointments/" + this.id + what).with(signedIn("lan.nguyen", "AGENT"));
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange()
			.getResponse()
			.getStatus();
	}

	private int kept(String role, String code, String body) {
		return this.mvc.put()
			.uri("/api/appointments/kinds/{code}", code)
			.with(signedIn("mai.bui", role))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange()
			.getResponse()
			.getStatus();
	}

	private static RequestPostProcessor signedIn(String who, String role) {
		return (request) -> {
			request.setRemoteUser(who);
			request.addUserRole(role);
			return request;
		};
	}

	private Appointment appointment(AppointmentState state) {
		Instant start = instant("2026-03-03T09:00");
		Instant end = instant("2026-03-03T09:30");
		return new Appointment(this.id, this.customerId, "lan.nguyen", "CALL", ContactPurpose.SERVICE, state, start,
				end, start, end, start, start, null, 0, null, null, "thu.booker", start, start, start);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class MovableTime {

		@Bean
		Clock clock() {
			return Time.clock();
		}

	}

}
