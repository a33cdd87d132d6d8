package vn.careflow.staff;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.careflow.staff.StaffImport.RowError;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.careflow.staff.StaffFixtures.anAbsence;
import static vn.careflow.staff.StaffFixtures.anAgent;

@JdbcTest
@OnH2
@RecordApplicationEvents
@Import({ Staff.class, StaffTables.class, StaffDirectories.class, CalendarTables.class, AgentFiles.class,
		AbsenceFiles.class, EmploymentTurns.class })
class StaffFilesTests {

	private static final String HEADER = "id;name;email;roles;teams;skills;languages;products;customerGroups;capacity;"
			+ "calendar;employedFrom;employedUntil;receiving;notReceivingReason\n";

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	AgentFiles agents;

	@Autowired
	AbsenceFiles absences;

	@Autowired
	EmploymentTurns turns;

	@Autowired
	ApplicationEvents events;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void registersATeam() {
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
	}

	@Test
	void registersAndChangesThePeopleOfAFileInOneGo() {
		this.staff.register(anAgent("minh"));

		StaffImport answer = this.agents.submit(file(HEADER + """
				lan;Nguyễn Thị Lan;lan@careflow.example;agent;service;"warranty:4;support:3";"vi;en";CAM-2;SPECIAL;30;\
				office;2026-01-05;2027-01-01;no;đang đào tạo
				minh;Trần Văn Minh;minh@careflow.example;"agent;team-lead";;;vi;;;;;2020-01-01;;;
				"""), false);

		assertThat(answer).isEqualTo(new StaffImport(false, 2, 1, 1, 0, List.of()));
		Agent lan = this.staff.get("lan");
		assertThat(lan.name()).isEqualTo("Nguyễn Thị Lan");
		assertThat(lan.skills()).isEqualTo(Map.of("support", 3, "warranty", 4));
		assertThat(lan.products()).containsExactly("CAM-2");
		assertThat(lan.customerGroups()).containsExactly("SPECIAL");
		assertThat(lan.employedUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
		assertThat(lan.notReceivingReason()).isEqualTo("đang đào tạo");
		assertThat(this.staff.get("minh").roles()).containsExactly(Role.AGENT, Role.TEAM_LEAD);
		assertThat(this.staff.get("minh").capacity()).as("left empty").isEqualTo(20);
		assertThat(this.events.stream(AgentRegistered.class)).contains(new AgentRegistered("lan"));
		assertThat(this.events.stream(AgentChanged.class)).containsExactly(new AgentChanged("minh"));
	}

	@Test
	void changesNothingWhenItReadsWhatItWrote() {
		this.staff.register(anAgent("lan").inTeams("service")
			.skilled("warranty", 4)
			.skilled("support", 3)
			.speaking("vi", "en")
			.servingProducts("Camera, hai mắt", "NET-100")
			.servingGroups("LARGE", "SMALL")
			.employedUntil(LocalDate.of(2027, 1, 1)));
		this.staff.register(NewAgent.named("formula", "=1+1", "+x@careflow.example", LocalDate.of(2024, 2, 29)));
		this.staff.stopReceiving("lan", "nghỉ \"dài\"; rồi về");
		byte[] written = this.agents.export();
		long before = this.events.stream(AgentChanged.class).count();

		StaffImport again = this.agents.submit(new ByteArrayInputStream(written), false);

		assertThat(again).isEqualTo(new StaffImport(false, 2, 0, 0, 2, List.of()));
		assertThat(this.events.stream(AgentChanged.class)).hasSize((int) before);
		assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("\uFEFFid;name;email")
			.contains("'=1+1")
			.contains("'+x@careflow.example");
		assertThat(this.staff.get("formula").name()).isEqualTo("=1+1");
	}

	@Test
	void leavesWhatAFileHasNoColumnFor() {
		this.staff.register(anAgent("lan").inTeams("service").skilled("support", 2).withCapacity(7));
		this.staff.stopReceiving("lan", "đào tạo");

		StaffImport answer = this.agents.submit(file("id,name,email,teams\nlan,Lan Mới,lan@careflow.example,\n"),
				false);

		assertThat(answer.changed()).isOne();
		Agent lan = this.staff.get("lan");
		assertThat(lan.name()).isEqualTo("Lan Mới");
		assertThat(lan.teams()).as("there is a column, and it is empty").isEmpty();
		assertThat(lan.skills()).containsOnlyKeys("support");
		assertThat(lan.capacity()).isEqualTo(7);
		assertThat(lan.receiving()).isFalse();
	}

	@Test
	void namesEveryWrongCellAndWritesNothingThen() {
		StaffImport answer = this.agents.submit(file(HEADER + """
				lan;Lan;lan@careflow.example;;;;;;;;;2026-01-05;;;
				Nam;;nam;boss;moon;karate:9;tiếng Việt;;HUGE;many;never;05/01/2026;;perhaps;
				lan;Lan;lan@careflow.example;;;"support:6;x";;;;;;2026-01-05;2026-01-05;no;
				"""), false);

		assertThat(answer.errors()).filteredOn((error) -> error.row() == 2)
			.extracting(RowError::field)
			.containsExactlyInAnyOrder("receiving", "capacity", "employedFrom", "id", "name", "email", "roles", "teams",
					"skills", "skills", "languages", "customerGroups", "calendar");
		assertThat(answer.errors()).filteredOn((error) -> error.row() == 3)
			.extracting(RowError::field)
			.containsExactlyInAnyOrder("notReceivingReason", "skills", "employedUntil", "id");
		assertThat(answer.errors()).noneMatch((error) -> error.row() == 1);
		assertThat(this.staff.all()).isEmpty();
	}

	@Test
	void tellsOnlyWhatWouldChangeWhenItIsTried() {
		StaffImport answer = this.agents.submit(file("""
				id,name,email,employedFrom
				lan,Lan,lan@careflow.example,2026-01-05
				"""), true);

		assertThat(answer).isEqualTo(new StaffImport(true, 1, 1, 0, 0, List.of()));
		assertThat(this.staff.all()).isEmpty();
		assertThat(this.events.stream(AgentRegistered.class)).isEmpty();
	}

	@Test
	void refusesWhatIsNoSuchTable() {
		assertThat(refusal("")).contains("phải có các cột");
		assertThat(refusal("id,name\n")).contains("phải có các cột");
		assertThat(refusal("id,name,email,shoeSize\n")).contains("shoeSize");
		assertThat(refusal("id,name,email,id\n")).contains("hai cột cùng tên");
		assertThat(refusal("id,name,email\n\"lan")).contains("CSV");
		assertThatExceptionOfType(StaffProblem.class)
			.isThrownBy(() -> this.agents.submit(
					new ByteArrayInputStream("id,name,email\nlan,Nguyễn\n".getBytes(StandardCharsets.UTF_16)), true))
			.withMessageContaining("UTF-8");
	}

	@Test
	void entersAndChangesAbsencesAndReadsWhatItWrote() {
		List.of("lan", "minh").forEach((id) -> this.staff.register(anAgent(id)));
		this.staff.enterAbsence(anAbsence("lan", "2026-03-05T00:00", "2026-03-06T00:00", "minh"));

		StaffImport answer = this.absences.submit(file("""
				agentId;from;to;substituteId;reason
				lan;2026-03-05;2026-03-06;minh;nghỉ phép
				minh;2026-03-09 13:30;2026-03-09 17:30;;khám bệnh
				"""), false);

		assertThat(answer).isEqualTo(new StaffImport(false, 2, 1, 1, 0, List.of()));
		assertThat(this.staff.directory().absencesOf("lan")).extracting(Absence::to)
			.as("until the end of that day")
			.containsExactly(Time.instant("2026-03-07T00:00"));
		assertThat(this.events.stream(AbsenceChanged.class)).hasSize(1);
		assertThat(this.events.stream(AbsenceEntered.class)).hasSize(2);
		assertThat(this.absences.submit(new ByteArrayInputStream(this.absences.export()), false))
			.isEqualTo(new StaffImport(false, 2, 0, 0, 2, List.of()));
		assertThat(this.events.stream(AbsenceEntered.class)).hasSize(2);
	}

	@Test
	void refusesAnAbsenceThatClosesARingWithARowAbove() {
		List.of("lan", "minh").forEach((id) -> this.staff.register(anAgent(id)));
		TestTransaction.flagForCommit();
		TestTransaction.end();

		StaffImport answer = this.absences.submit(file("""
				agentId,from,to,substituteId
				lan,2026-03-05,2026-03-06,minh
				minh,2026-03-06,2026-03-07,lan
				nobody,2026-03-06,soon,
				"""), false);

		assertThat(answer.errors()).extracting(RowError::row).containsExactly(2, 3, 3);
		assertThat(answer.errors()).extracting(RowError::field).containsExactly("substituteId", "to", "agentId");
		assertThat(this.staff.directory().absencesOf("lan")).as("nothing is written").isEmpty();
		forgetEverybody();
	}

	@Test
	void triesAFileOfAbsencesWithoutEnteringAny() {
		this.staff.register(anAgent("lan"));
		TestTransaction.flagForCommit();
		TestTransaction.end();

		StaffImport answer = this.absences.submit(file("agentId,from,to\nlan,2026-03-05,2026-03-06\n"), true);

		assertThat(answer).isEqualTo(new StaffImport(true, 1, 1, 0, 0, List.of()));
		assertThat(this.staff.directory().absencesOf("lan")).isEmpty();
		assertThat(this.events.stream(AbsenceEntered.class)).isEmpty();
		forgetEverybody();
	}

	@Test
	void tellsOnceThatAnEmploymentHasBegunOrEnded() {
		this.staff.register(anAgent("lan").employedUntil(LocalDate.of(2026, 3, 4)));
		this.staff.register(NewAgent.named("minh", "Minh", "minh@careflow.example", LocalDate.of(2026, 3, 3)));
		this.staff.register(anAgent("nam"));

		assertThat(this.turns.tellSome()).isZero();
		this.time.is("2026-03-03T00:00");
		assertThat(this.turns.tellSome()).isOne();
		assertThat(this.turns.tellSome()).isZero();
		this.time.is("2026-03-04T00:00");
		this.turns.tellAll();

		assertThat(this.events.stream(AgentChanged.class)).containsExactly(new AgentChanged("minh"),
				new AgentChanged("lan"));
	}

	/** What was committed is nothing for the other tests. */
	private void forgetEverybody() {
		for (String table : List.of("absence", "agent_role", "agent_language", "team_member", "agent", "team")) {
			this.jdbc.sql("delete from " + table).update();
		}
		this.jdbc.sql("update staff_revision set revision = revision + 1").update();
	}

	private String refusal(String text) {
		try {
			this.agents.submit(file(text), true);
		}
		catch (StaffProblem problem) {
			return problem.getBody().getDetail();
		}
		return "taken";
	}

	private static InputStream file(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
