package vn.careflow.staff;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.careflow.calendar.CalendarDay;
import vn.careflow.calendar.CareDuration;
import vn.careflow.calendar.TimeRange;
import vn.careflow.staff.AbsenceEntry.Entered;
import vn.careflow.staff.AbsenceEntry.Refused;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.careflow.staff.StaffFixtures.anAbsence;
import static vn.careflow.staff.StaffFixtures.anAgent;

@JdbcTest
@OnH2
@RecordApplicationEvents
@Import({ Staff.class, StaffTables.class, StaffDirectories.class, CalendarTables.class, WorkCalendars.class })
class StaffTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	WorkCalendars calendars;

	@Autowired
	ApplicationEvents events;

	@BeforeEach
	void registersTeams() {
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
	}

	@Test
	void keepsAllThatIsKnownOfAnAgent() {
		Agent lan = this.staff.register(anAgent("lan").inTeams("service", "sales")
			.withRoles(Role.AGENT, Role.TEAM_LEAD)
			.skilled("warranty", 4)
			.skilled("complaint", 2)
			.speaking("vi", "en")
			.servingProducts("CAM-2", "NET-100")
			.servingGroups("LARGE")
			.withCapacity(35)
			.workingBy("office")
			.employedUntil(LocalDate.of(2027, 1, 1)));

		assertThat(this.staff.get("lan")).isEqualTo(lan);
		assertThat(lan.teams()).containsExactly("sales", "service");
		assertThat(lan.roles()).containsExactly(Role.AGENT, Role.TEAM_LEAD);
		assertThat(lan.levelOf("warranty")).isEqualTo(4);
		assertThat(lan.levelOf("support")).isZero();
		assertThat(lan.languages()).containsExactly("en", "vi");
		assertThat(lan.products()).containsExactly("CAM-2", "NET-100");
		assertThat(lan.servesProduct("CAM-2")).isTrue();
		assertThat(lan.servesProduct("TV-PLUS")).isFalse();
		assertThat(lan.servesGroup("LARGE")).isTrue();
		assertThat(lan.servesGroup("SMALL")).isFalse();
		assertThat(lan.servesProduct(null)).as("work about no product").isTrue();
		assertThat(NewAgent.of(lan)).isEqualTo(NewAgent.of(this.staff.change(NewAgent.of(lan))));
		assertThat(lan.capacity()).isEqualTo(35);
		assertThat(lan.calendarName()).isEqualTo("office");
		assertThat(lan.isEmployedOn(LocalDate.of(2026, 12, 31))).isTrue();
		assertThat(lan.isEmployedOn(LocalDate.of(2027, 1, 1))).isFalse();
		assertThat(lan.receiving()).isTrue();
	}

	@Test
	void registersAPersonOnceHoweverOftenItIsAsked() {
		this.staff.register(anAgent("lan"));
		Agent again = this.staff.register(anAgent("lan").withCapacity(99));

		assertThat(again.capacity()).isEqualTo(20);
		assertThat(this.staff.all()).hasSize(1);
		assertThat(this.events.stream(AgentRegistered.class)).containsExactly(new AgentRegistered("lan"));
		assertThat(this.events.stream(TeamRegistered.class)).containsExactly(new TeamRegistered("service"),
				new TeamRegistered("sales"));
	}

	@Test
	void refusesAPersonInATeamOrWithACalendarThatIsNotThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.staff.register(anAgent("lan").inTeams("moon")))
			.withMessageContaining("moon");
		assertThatIllegalArgumentException().isThrownBy(() -> this.staff.register(anAgent("lan").workingBy("never")))
			.withMessageContaining("never");
	}

	@Test
	void replacesAProfileAndKeepsAbsencesAndReceiving() {
		this.staff.register(anAgent("lan").inTeams("service").skilled("support", 1));
		this.staff.stopReceiving("lan", "đào tạo");
		this.staff.enterAbsence(anAbsence("lan", "2026-03-05T00:00", "2026-03-06T00:00"));

		Agent lan = this.staff.change(anAgent("lan").inTeams("sales").skilled("warranty", 5));

		assertThat(lan.teams()).containsExactly("sales");
		assertThat(lan.skills()).containsOnlyKeys("warranty");
		assertThat(lan.receiving()).isFalse();
		assertThat(this.staff.members("service")).isEmpty();
		assertThat(this.staff.directory().absencesOf("lan")).hasSize(1);
		assertThat(this.events.stream(AgentChanged.class)).contains(new AgentChanged("lan"));
	}

	@Test
	void knowsLeadsAndManagers() {
		this.staff.register(anAgent("lan").withRoles(Role.TEAM_LEAD).inTeams("service"));
		this.staff.register(anAgent("minh").withRoles(Role.MANAGER));
		this.staff.register(anAgent("nam").withRoles(Role.MANAGER).employedUntil(LocalDate.of(2026, 3, 2)));
		this.staff.appointLead("service", "lan");

		assertThat(this.staff.leadOf("service")).map(Agent::id).contains("lan");
		assertThat(this.staff.leadOf("sales")).isEmpty();
		assertThat(this.staff.managers()).extracting(Agent::id).containsExactly("minh");
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.staff.appointLead("service", "nobody"));
	}

	@Test
	void isOnDutyOnlyWhenEmployedReceivingPresentAndOnShift() {
		this.staff.register(anAgent("lan").workingBy("office").employedUntil(LocalDate.of(2026, 6, 1)));
		this.staff.enterAbsence(anAbsence("lan", "2026-03-05T00:00", "2026-03-06T00:00"));

		assertThat(onDuty("2026-03-02T09:30")).isTrue();
		assertThat(onDuty("2026-03-02T12:30")).as("lunch").isFalse();
		assertThat(onDuty("2026-03-07T09:30")).as("Saturday").isFalse();
		assertThat(onDuty("2026-02-17T09:30")).as("Tết").isFalse();
		assertThat(onDuty("2026-03-05T09:30")).as("absent").isFalse();
		assertThat(onDuty("2026-03-06T09:30")).as("back").isTrue();
		assertThat(onDuty("2026-06-01T09:30")).as("left").isFalse();
		assertThat(this.staff.isOnDuty("nobody", this.time.now())).isFalse();
		this.staff.stopReceiving("lan", "đào tạo");
		assertThat(onDuty("2026-03-02T09:30")).as("not receiving").isFalse();
		this.staff.startReceiving("lan");
		assertThat(onDuty("2026-03-02T09:30")).as("receiving again").isTrue();
	}

	@Test
	void followsSubstitutesUntilSomebodyIsThere() {
		List.of("lan", "minh", "nam").forEach((id) -> this.staff.register(anAgent(id)));
		this.staff.enterAbsence(anAbsence("lan", "2026-03-02T00:00", "2026-03-10T00:00", "minh"));
		this.staff.enterAbsence(anAbsence("minh", "2026-03-05T00:00", "2026-03-12T00:00", "nam"));

		assertThat(substitute("lan", "2026-03-04T09:00")).isEqualTo("minh");
		assertThat(substitute("lan", "2026-03-05T09:00")).isEqualTo("nam");
		assertThat(substitute("lan", "2026-03-11T09:00")).as("back").isEqualTo("-");
		assertThat(substitute("minh", "2026-03-11T09:00")).isEqualTo("nam");
		assertThat(substitute("nam", "2026-03-04T09:00")).as("never away").isEqualTo("-");
	}

	@Test
	void refusesARingOfSubstitutesOnlyWhereTimesMeet() {
		List.of("lan", "minh", "nam").forEach((id) -> this.staff.register(anAgent(id)));
		this.staff.enterAbsence(anAbsence("lan", "2026-03-02T00:00", "2026-03-04T00:00", "minh"));
		this.staff.enterAbsence(anAbsence("minh", "2026-03-03T00:00", "2026-03-08T00:00", "nam"));

		assertThat(this.staff.enterAbsence(anAbsence("nam", "2026-03-03T08:00", "2026-03-05T00:00", "lan")))
			.isInstanceOfSatisfying(Refused.class, (refused) -> assertThat(refused.field()).isEqualTo("substituteId"));
		assertThat(this.staff.enterAbsence(anAbsence("nam", "2026-03-04T00:00", "2026-03-05T00:00", "lan")))
			.isInstanceOf(Entered.class);
		assertThat(this.staff.directory().absencesOf("nam")).hasSize(1);
	}

	@Test
	void refusesAbsencesThatMakeNoSense() {
		this.staff.register(anAgent("lan"));
		this.staff.register(anAgent("minh").employedUntil(LocalDate.of(2026, 3, 4)));
		this.staff.enterAbsence(anAbsence("lan", "2026-03-20T00:00", "2026-03-22T00:00"));

		assertThat(refusedField(anAbsence("lan", "2026-03-04T00:00", "2026-03-04T00:00"))).isEqualTo("to");
		assertThat(refusedField(anAbsence("lan", "2026-03-03T00:00", "2026-03-04T00:00", "lan")))
			.isEqualTo("substituteId");
		assertThat(refusedField(anAbsence("lan", "2026-03-03T00:00", "2026-03-04T00:00", "nobody")))
			.isEqualTo("substituteId");
		assertThat(refusedField(anAbsence("lan", "2026-03-03T00:00", "2026-03-04T01:00", "minh")))
			.isEqualTo("substituteId");
		assertThat(refusedField(anAbsence("lan", "2026-03-21T00:00", "2026-03-25T00:00"))).isNull();
		assertThat(this.staff.enterAbsence(anAbsence("lan", "2026-03-22T00:00", "2026-03-25T00:00")))
			.isInstanceOf(Entered.class);
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.staff.enterAbsence(anAbsence("nobody", "2026-03-03T00:00", "2026-03-04T00:00")));
	}

	@Test
	void entersAnAbsenceOnceAndTakesItOutAgain() {
		this.staff.register(anAgent("lan"));
		NewAbsence absence = anAbsence("lan", "2026-03-03T00:00", "2026-03-04T00:00");

		this.staff.enterAbsence(absence);
		assertThat(this.staff.enterAbsence(absence)).isInstanceOf(Entered.class);
		assertThat(this.staff.directory().absencesOf("lan")).hasSize(1);

		this.staff.cancelAbsence("lan", absence.id());
		this.staff.cancelAbsence("lan", UUID.randomUUID());
		assertThat(this.staff.directory().absencesOf("lan")).isEmpty();
	}

	@Test
	void tellsOfAnAbsenceThatWasEnteredChangedAndCancelled() {
		this.staff.register(anAgent("lan"));
		NewAbsence absence = anAbsence("lan", "2026-03-05T00:00", "2026-03-08T00:00");

		this.staff.enterAbsence(absence);
		this.staff.enterAbsence(absence);
		this.staff.changeAbsence(at(absence, "2026-03-06T00:00", "2026-03-09T00:00", null));
		this.staff.changeAbsence(at(absence, "2026-03-06T00:00", "2026-03-09T00:00", null));
		assertThat(this.staff.directory().absence(absence.id())).map(Absence::to)
			.contains(Time.instant("2026-03-09T00:00"));
		assertThat(this.staff.cancelAbsence("lan", absence.id())).isEqualTo(AbsenceCancellation.CANCELLED);
		assertThat(this.staff.cancelAbsence("lan", absence.id())).isEqualTo(AbsenceCancellation.UNKNOWN);

		assertThat(this.events.stream(AbsenceEntered.class)).containsExactly(new AbsenceEntered(absence.id(), "lan"));
		assertThat(this.events.stream(AbsenceChanged.class)).containsExactly(new AbsenceChanged(absence.id(), "lan"));
		assertThat(this.events.stream(AbsenceCancelled.class))
			.containsExactly(new AbsenceCancelled(absence.id(), "lan"));
		assertThat(this.events.stream(AgentChanged.class)).hasSize(3);
	}

	@Test
	void endsAnAbsenceThatHasBegunAndLeavesOneThatIsOver() {
		this.staff.register(anAgent("lan"));
		NewAbsence absence = anAbsence("lan", "2026-03-02T00:00", "2026-03-04T00:00");
		this.staff.enterAbsence(absence);

		assertThat(refusedChange(at(absence, "2026-03-02T08:00", "2026-03-04T00:00", null))).isEqualTo("from");
		assertThat(this.staff.cancelAbsence("lan", absence.id())).isEqualTo(AbsenceCancellation.ENDED);
		assertThat(this.staff.directory().absencesOf("lan")).extracting(Absence::to).containsExactly(this.time.now());
		assertThat(this.staff.isOnDuty("lan", this.time.now())).isTrue();
		assertThat(this.staff.cancelAbsence("lan", absence.id())).isEqualTo(AbsenceCancellation.OVER);
		assertThat(refusedChange(at(absence, "2026-03-02T00:00", "2026-03-05T00:00", null))).isNull();
		NewAbsence thisMoment = anAbsence("lan", "2026-03-02T09:30", "2026-03-04T00:00");
		this.staff.enterAbsence(thisMoment);
		assertThat(this.staff.cancelAbsence("lan", thisMoment.id())).isEqualTo(AbsenceCancellation.ENDED);
		assertThat(this.events.stream(AbsenceCancelled.class)).isEmpty();
	}

	@Test
	void refusesAChangeThatClosesARingOrMeetsAnotherAbsence() {
		List.of("lan", "minh").forEach((id) -> this.staff.register(anAgent(id)));
		NewAbsence lan = anAbsence("lan", "2026-03-05T00:00", "2026-03-06T00:00", "minh");
		NewAbsence minh = anAbsence("minh", "2026-03-06T00:00", "2026-03-07T00:00", "lan");
		this.staff.enterAbsence(lan);
		this.staff.enterAbsence(minh);
		this.staff.enterAbsence(anAbsence("lan", "2026-03-10T00:00", "2026-03-11T00:00"));

		assertThat(refusedChange(at(lan, "2026-03-05T00:00", "2026-03-06T00:01", "minh"))).isEqualTo("substituteId");
		assertThat(refusedChange(at(minh, "2026-03-05T23:00", "2026-03-07T00:00", "lan"))).isEqualTo("substituteId");
		assertThat(refusedChange(at(lan, "2026-03-05T00:00", "2026-03-10T00:01", null))).isNull();
		assertThat(this.staff.changeAbsence(at(lan, "2026-03-05T00:00", "2026-03-06T00:01", null)))
			.isInstanceOf(Entered.class);
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.staff.changeAbsence(anAbsence("minh", "2026-03-05T00:00", "2026-03-06T00:00")));
	}

	@Test
	void keepsATeamsNameAndLeadAndTellsOfIt() {
		this.staff.register(anAgent("lan"));
		this.staff.appointLead("service", "lan");
		this.staff.renameTeam(new NewTeam("service", "Hậu mãi"));
		this.staff.appointLead("sales", "lan");
		this.staff.appointLead("sales", null);

		assertThat(this.staff.directory().team("service")).contains(new Team("service", "Hậu mãi", "lan", null));
		assertThat(this.staff.leadOf("sales")).isEmpty();
		assertThat(this.events.stream(TeamChanged.class)).hasSize(4);
		assertThatIllegalArgumentException().isThrownBy(() -> new NewTeam("manager", "Quản lý"))
			.withMessageContaining("manager");
	}

	@Test
	void offersTheCalendarsOfTheHouse() {
		assertThat(this.calendars.names()).containsExactly("always", "office", "service");
		assertThat(open("office", "2026-03-06T17:29")).isTrue();
		assertThat(open("office", "2026-03-06T17:30")).isFalse();
		assertThat(open("office", "2026-03-07T09:00")).isFalse();
		assertThat(open("service", "2026-03-07T17:59")).isTrue();
		assertThat(open("service", "2026-03-08T09:00")).isFalse();
		assertThat(open("service", "2026-04-30T09:00")).as("public holiday").isFalse();
		assertThat(open("always", "2026-04-30T23:59")).isTrue();
		assertThat(this.calendars.named("office")
			.between(Time.instant("2026-03-02T00:00"), Time.instant("2026-03-09T00:00")))
			.isEqualTo(Duration.ofHours(40));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calendars.named("moon"))
			.withMessageContaining("moon");
	}

	@Test
	void seesAChangedCalendarAtOnce() {
		LocalDate saturday = LocalDate.of(2026, 3, 7);
		assertThat(open("office", "2026-03-07T09:00")).isFalse();

		this.calendars.except("office", new CalendarDay(saturday, "Làm bù", List.of(TimeRange.of("08:00", "12:00"))));
		assertThat(open("office", "2026-03-07T09:00")).isTrue();

		this.calendars.except("office", CalendarDay.closed(saturday, "Vẫn nghỉ"));
		assertThat(open("office", "2026-03-07T09:00")).isFalse();
		assertThat(this.calendars.named("office").exceptionOn(saturday)).contains("Vẫn nghỉ");

		this.calendars.asUsual("office", saturday);
		assertThat(this.calendars.named("office").exceptionOn(saturday)).isEmpty();
	}

	@Test
	void takesCalendarsOfItsOwn() {
		Set<DayOfWeek> nights = EnumSet.of(DayOfWeek.FRIDAY);

		this.calendars.define(CalendarDefinition.named("night", Time.ZONE).open(nights, "20:00", "24:00"));
		assertThat(open("night", "2026-03-06T23:59")).isTrue();
		assertThat(this.calendars.named("night").add(Time.instant("2026-03-06T23:00"), CareDuration.parse("2h")))
			.isEqualTo(Time.instant("2026-03-13T21:00"));

		this.calendars.define(CalendarDefinition.named("night", Time.ZONE).open(nights, "22:00", "24:00"));
		assertThat(open("night", "2026-03-06T21:00")).isFalse();
		assertThat(this.staff.register(anAgent("lan").workingBy("night")).calendarName()).isEqualTo("night");
	}

	@Test
	void callsSkillsByTheNamePeopleGaveThem() {
		this.staff.nameSkill("loans", "tư vấn vay");
		this.staff.nameSkill("support", "hỗ trợ kỹ thuật");

		assertThat(this.staff.directory().skillName("loans")).isEqualTo("tư vấn vay");
		assertThat(this.staff.directory().skillName("support")).isEqualTo("hỗ trợ kỹ thuật");
		assertThat(this.staff.directory().skillName("unknown")).isEqualTo("unknown");
	}

	private String refusedChange(NewAbsence absence) {
		AbsenceEntry entry = this.staff.changeAbsence(absence);
		assertThat(entry).isInstanceOf(Refused.class);
		return ((Refused) entry).field();
	}

	private static NewAbsence at(NewAbsence absence, String from, String to, String substituteId) {
		return new NewAbsence(absence.id(), absence.agentId(), Time.instant(from), Time.instant(to), substituteId,
				absence.reason());
	}

	private boolean onDuty(String local) {
		return this.staff.isOnDuty("lan", Time.instant(local));
	}

	private String substitute(String agentId, String local) {
		return this.staff.directory().substituteOf(agentId, Time.instant(local)).orElse("-");
	}

	private String refusedField(NewAbsence absence) {
		AbsenceEntry entry = this.staff.enterAbsence(absence);
		assertThat(entry).isInstanceOf(Refused.class);
		return ((Refused) entry).field();
	}

	private boolean open(String calendar, String local) {
		return this.calendars.named(calendar).isOpen(Time.instant(local));
	}

}
