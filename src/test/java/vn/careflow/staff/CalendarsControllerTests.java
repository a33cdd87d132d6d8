package vn.careflow.staff;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.TimeRange;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Rest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.careflow.staff.StaffFixtures.anAgent;

@JdbcTest
@OnH2
@Import({ Staff.class, StaffTables.class, StaffDirectories.class, CalendarTables.class, WorkCalendars.class,
		CalendarImports.class })
class CalendarsControllerTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	WorkCalendars calendars;

	@Autowired
	CalendarImports imports;

	@Autowired
	Clock clock;

	MockMvc mvc;

	@BeforeEach
	void opensTheDoor() {
		this.mvc = Rest.of(new CalendarsController(this.calendars, this.staff, this.imports, this.clock),
				new TeamsController(this.staff), new AgentsController(this.staff, this.clock),
				new OrganisationController(this.staff, this.calendars));
	}

	@Test
	void takesACalendarAndShowsItAgain() throws Exception {
		put("team", """
				{'parent': 'office', 'publicHolidays': true,
				 'hours': {'MONDAY': [{'from': '13:00', 'to': '24:00'}, {'from': '08:00', 'to': '12:00'}]},
				 'seasons': [{'name': 'Giờ mùa hè', 'validFrom': '2026-06-01', 'validTo': '2026-09-01',
				              'hours': {'MONDAY': [{'from': '07:00', 'to': '11:00'}]}}],
				 'exceptions': [{'date': '2026-03-03', 'name': 'Dọn kho'}]}""").andExpect(status().isCreated())
			.andExpect(header().string("Location", "/api/calendars/team"));

		this.mvc.perform(get("/api/calendars/team"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.parent").value("office"))
			.andExpect(jsonPath("$.hours.MONDAY[*].from", contains("08:00", "13:00")))
			.andExpect(jsonPath("$.hours.MONDAY[1].to").value("24:00"))
			.andExpect(jsonPath("$.seasons[0].validTo").value("2026-09-01"))
			.andExpect(jsonPath("$.exceptions[0].hours").isEmpty());
		put("team", "{'parent': 'service'}").andExpect(status().isOk())
			.andExpect(jsonPath("$.parent").value("service"))
			.andExpect(jsonPath("$.exceptions").isEmpty());
	}

	@Test
	void namesTheFieldThatIsWrong() throws Exception {
		assertRefused("{'parent': 'nobody'}", "parent", "Không có lịch nào tên nobody");
		assertRefused("{'parent': 'team'}", "parent", "team → team");
		assertRefused("{}", "timeZone", "Cần múi giờ");
		assertRefused("{'timeZone': 'Mars'}", "timeZone", "Mars");
		assertRefused("{'name': 'other', 'parent': 'office'}", "name", "team");
		assertRefused("{'parent': 'office', 'hours': {'MONDAY': [{'from': '8 giờ', 'to': '12:00'}]}}", "hours.MONDAY",
				"8 giờ");
		assertRefused("{'parent': 'office', 'hours': {'MONDAY': [{'from': '22:00', 'to': '06:00'}]}}", "hours.MONDAY",
				"nửa đêm");
		assertRefused("""
				{'parent': 'office',
				 'hours': {'MONDAY': [{'from': '08:00', 'to': '12:00'}, {'from': '11:00', 'to': '13:00'}]}}""",
				"hours.MONDAY", "chồng lên nhau");
		assertRefused("""
				{'parent': 'office', 'seasons': [
				 {'name': 'a', 'validFrom': '2026-06-01'}, {'name': 'b', 'validFrom': '2026-06-01'}]}""",
				"seasons[1].validFrom", "2026-06-01");
		assertRefused("""
				{'parent': 'office', 'seasons': [
				 {'name': 'a', 'validFrom': '2026-06-01', 'validTo': '2026-06-01'}]}""", "seasons[0].validTo",
				"hiệu lực");
		assertRefused("""
				{'parent': 'office', 'exceptions': [
				 {'date': '2026-06-01', 'name': 'a'}, {'date': '2026-06-01', 'name': 'b'}]}""", "exceptions[1].date",
				"hai ngoại lệ");
		put("Không-tên", "{'parent': 'office'}").andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("name"));
		put("team", "{'parent': 'office', 'seasons': [{'validFrom': '2026-06-01'}]}")
			.andExpect(status().isBadRequest());
		assertThat(this.calendars.names()).doesNotContain("team");
	}

	@Test
	void closesOpensAndFreesADate() throws Exception {
		this.mvc.perform(Rest.put("/api/calendars/office/exceptions/2026-03-03", "{'name': 'Mất điện'}"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.date").value("2026-03-03"));
		assertThat(this.calendars.named("office").hoursOn(LocalDate.of(2026, 3, 3))).isEmpty();
		this.mvc.perform(Rest.put("/api/calendars/office/exceptions/2026-03-03",
				"{'name': 'Nửa ngày', 'hours': [{'from': '08:00', 'to': '12:00'}]}"))
			.andExpect(status().isOk());
		assertThat(this.calendars.named("office").hoursOn(LocalDate.of(2026, 3, 3)))
			.containsExactly(TimeRange.of("08:00", "12:00"));

		this.mvc.perform(delete("/api/calendars/office/exceptions/2026-03-03")).andExpect(status().isNoContent());

		assertThat(this.calendars.named("office").hoursOn(LocalDate.of(2026, 3, 3))).hasSize(2);
		this.mvc.perform(Rest.put("/api/calendars/office/exceptions/2026-03-03", "{'date': '2026-03-04', 'name': 'x'}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("date"));
		this.mvc.perform(delete("/api/calendars/moon/exceptions/2026-03-03")).andExpect(status().isNotFound());
	}

	@Test
	void explainsDays() throws Exception {
		this.mvc.perform(get("/api/calendars/office/days").param("from", "2026-01-01").param("to", "2026-01-11"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.length()").value(10))
			.andExpect(jsonPath("$[0].reason").value("Ngày lễ: Tết Dương lịch (lịch office)"))
			.andExpect(jsonPath("$[0].rules[*].rule", contains("PUBLIC_HOLIDAY", "WEEKLY_HOURS")))
			.andExpect(jsonPath("$[1].hours").isEmpty())
			.andExpect(jsonPath("$[1].reason").value("Ngày nghỉ: Nghỉ hoán đổi với thứ Bảy 10/01/2026 (lịch office)"))
			.andExpect(jsonPath("$[2].reason").value("Ngày nghỉ hằng tuần (lịch office)"))
			.andExpect(jsonPath("$[4].weekday").value("MONDAY"))
			.andExpect(jsonPath("$[4].hours[0].from").value("08:00"))
			.andExpect(jsonPath("$[9].hours.length()").value(2));
		this.mvc.perform(get("/api/calendars/office/days").param("from", "2026-01-01").param("to", "2028-01-01"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("to"));
		this.mvc.perform(get("/api/calendars/moon/days").param("from", "2026-01-01").param("to", "2026-01-02"))
			.andExpect(status().isNotFound());
	}

	@Test
	void listsWhoWorksByACalendar() throws Exception {
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.register(anAgent("lan").workingBy("office"));

		this.mvc.perform(Rest.put("/api/teams/sales/calendar", "{'calendar': 'service'}"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.calendar").value("service"));
		this.mvc.perform(Rest.put("/api/agents/lan/calendar", "{'calendar': 'always'}"))
			.andExpect(jsonPath("$.calendar").value("always"));
		this.mvc.perform(get("/api/calendars"))
			.andExpect(jsonPath("$.total").value(3))
			.andExpect(jsonPath("$.items[?(@.name == 'office')].organisation").value(hasItem(true)))
			.andExpect(jsonPath("$.items[?(@.name == 'service')].teams[0]").value(hasItem("sales")))
			.andExpect(jsonPath("$.items[?(@.name == 'always')].agents[0]").value(hasItem("lan")));
		this.mvc.perform(Rest.put("/api/organisation/calendar", "{'calendar': 'service'}"))
			.andExpect(jsonPath("$.calendar").value("service"));
		this.mvc.perform(Rest.put("/api/organisation/calendar", "{'calendar': 'moon'}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("calendar"));
		this.mvc.perform(Rest.put("/api/agents/lan/calendar", "{}")).andExpect(status().isBadRequest());
	}

	@Test
	void importsClosedOpenedAndChangedDays() throws Exception {
		String file = """
				BEGIN:VEVENT
				UID:trip
				DTSTART;VALUE=DATE:20260305
				DTEND;VALUE=DATE:20260307
				SUMMARY:Du lịch công ty
				END:VEVENT
				BEGIN:VEVENT
				UID:fair
				DTSTART;VALUE=DATE:20260314
				X-CAREFLOW-HOURS:08:00-12:00\\,13:30-16:00
				SUMMARY:Làm bù
				END:VEVENT
				BEGIN:VEVENT
				UID:meeting
				DTSTART;TZID=Asia/Ho_Chi_Minh:20260309T150000
				DTEND;TZID=Asia/Ho_Chi_Minh:20260309T173000
				CATEGORIES:CLOSED
				SUMMARY:Họp toàn công ty
				END:VEVENT
				BEGIN:VEVENT
				UID:utc
				DTSTART:20260315T010000Z
				DURATION:PT4H
				CATEGORIES:OPEN
				SUMMARY:Hội chợ
				END:VEVENT
				BEGIN:VEVENT
				UID:birthday
				DTSTART;VALUE=DATE:20000310
				RRULE:FREQ=YEARLY
				SUMMARY:Ngày thành lập
				END:VEVENT
				""";

		submit(file, true).andExpect(status().isOk())
			.andExpect(jsonPath("$.days.length()").value(8))
			.andExpect(jsonPath("$.days[*].change", hasItem("NEW")));
		assertThat(this.calendars.named("office").hoursOn(LocalDate.of(2026, 3, 5))).hasSize(2);

		submit(file, false).andExpect(status().isOk()).andExpect(jsonPath("$.errors").isEmpty());

		assertThat(hours("2026-03-05")).isEmpty();
		assertThat(hours("2026-03-06")).isEmpty();
		assertThat(hours("2026-03-09")).isEqualTo("[08:00–12:00, 13:30–15:00]");
		assertThat(hours("2026-03-10")).isEmpty();
		assertThat(hours("2027-03-10")).isEmpty();
		assertThat(hours("2028-03-10")).isEmpty();
		assertThat(hours("2029-03-09")).isNotEmpty();
		assertThat(hours("2026-03-14")).isEqualTo("[08:00–12:00, 13:30–16:00]");
		assertThat(hours("2026-03-15")).isEqualTo("[08:00–12:00]");
		submit(file, false).andExpect(jsonPath("$.days[?(@.change != 'SAME')]").isEmpty());
	}

	@Test
	void leavesOutWhatItCannotUseAndNamesTheEvent() throws Exception {
		submit("""
				BEGIN:VEVENT
				UID:bad-date
				DTSTART;VALUE=DATE:20261310
				SUMMARY:Ngày sai
				END:VEVENT
				BEGIN:VEVENT
				UID:lunch
				DTSTART:20260309T040000Z
				DTEND:20260309T050000Z
				SUMMARY:Ăn trưa
				END:VEVENT
				BEGIN:VEVENT
				UID:night
				DTSTART;TZID=Asia/Ho_Chi_Minh:20260309T220000
				DTEND;TZID=Asia/Ho_Chi_Minh:20260310T060000
				CATEGORIES:OPEN
				SUMMARY:Ca đêm
				END:VEVENT
				BEGIN:VEVENT
				UID:open
				DTSTART;VALUE=DATE:20260314
				CATEGORIES:OPEN
				SUMMARY:Mở cửa
				END:VEVENT
				BEGIN:VEVENT
				UID:hours
				DTSTART;VALUE=DATE:20260314
				X-CAREFLOW-HOURS:sáng
				SUMMARY:Giờ sai
				END:VEVENT
				BEGIN:VEVENT
				UID:mars
				DTSTART;TZID=Mars/Olympus:20260309T080000
				DTEND;TZID=Mars/Olympus:20260309T090000
				CATEGORIES:OPEN
				SUMMARY:Sao Hỏa
				END:VEVENT
				BEGIN:VEVENT
				UID:minutely
				DTSTART;VALUE=DATE:20260309
				RRULE:FREQ=MINUTELY
				SUMMARY:Mỗi phút
				END:VEVENT
				BEGIN:VEVENT
				UID:cancelled
				STATUS:CANCELLED
				DTSTART;VALUE=DATE:20260309
				SUMMARY:Đã hủy
				END:VEVENT
				BEGIN:VEVENT
				UID:old
				DTSTART;VALUE=DATE:20100309
				SUMMARY:Đã qua
				END:VEVENT
				BEGIN:VEVENT
				UID:good
				DTSTART;VALUE=DATE:20260311
				SUMMARY:Nghỉ
				END:VEVENT
				""", false).andExpect(status().isOk())
			.andExpect(jsonPath("$.errors[*].uid",
					contains("bad-date", "lunch", "night", "open", "hours", "mars", "minutely")))
			.andExpect(jsonPath("$.errors[0].number").value(1))
			.andExpect(jsonPath("$.errors[0].summary").value("Ngày sai"))
			.andExpect(jsonPath("$.errors[1].message", containsString("CATEGORIES:OPEN")))
			.andExpect(jsonPath("$.errors[3].message", containsString("X-CAREFLOW-HOURS")))
			.andExpect(jsonPath("$.left[*].uid", contains("cancelled", "old")))
			.andExpect(jsonPath("$.days[*].day.date", contains("2026-03-11")));

		assertThat(hours("2026-03-09")).isNotEmpty();
		assertThat(hours("2026-03-11")).isEmpty();
	}

	@Test
	void refusesWhatIsNoCalendarFile() throws Exception {
		this.mvc.perform(upload("Ngày;Tên", false))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("file"));
		this.mvc.perform(upload("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", false)).andExpect(status().isBadRequest());
		this.mvc.perform(upload(calendar(""), false).param("from", "2026-01-01").param("to", "2026-01-01"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value("to"));
	}

	@Test
	void addsToExceptionsThatAreThere() throws Exception {
		this.calendars.except("office", CalendarDay.closed(LocalDate.of(2026, 3, 12), "Đã có"));

		submit("""
				BEGIN:VEVENT
				UID:day
				DTSTART;VALUE=DATE:20260311
				SUMMARY:Nghỉ
				END:VEVENT
				""", false);

		assertThat(hours("2026-03-11")).isEmpty();
		assertThat(hours("2026-03-12")).isEmpty();
	}

	private String hours(String date) {
		var hours = this.calendars.named("office").hoursOn(LocalDate.parse(date));
		return hours.isEmpty() ? "" : hours.toString();
	}

	private ResultActions put(String name, String json) throws Exception {
		return this.mvc.perform(Rest.put("/api/calendars/" + name, json));
	}

	private void assertRefused(String json, String field, String reason) throws Exception {
		put("team", json).andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.errors[0].field").value(field))
			.andExpect(jsonPath("$.errors[0].message", containsString(reason)));
	}

	private ResultActions submit(String events, boolean dryRun) throws Exception {
		return this.mvc.perform(upload(calendar(events), dryRun));
	}

	private static String calendar(String events) {
		return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//test//VI\n" + events + "END:VCALENDAR\n";
	}

	private static MockHttpServletRequestBuilder upload(String file, boolean dryRun) {
		return multipart("/api/calendars/office/imports")
			.file(new MockMultipartFile("file", "lich.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8)))
			.param("dryRun", String.valueOf(dryRun));
	}

}
