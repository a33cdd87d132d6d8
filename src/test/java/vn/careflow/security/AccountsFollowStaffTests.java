package vn.careflow.security;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.careflow.staff.Agent;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may sign in, and to what, is what the staff record says: whichever way it was
 * changed, and by nothing else.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
class AccountsFollowStaffTests {

	private static final Set<String> KEEPS_ACCOUNTS = Set.of("newUser", "saveUser", "deleteUser", "newGroup",
			"saveGroup", "deleteGroup", "createMembership", "deleteMembership", "newTenant", "saveTenant",
			"createTenantUserMembership", "createTenantGroupMembership");

	private static final Set<String> KEEPS_RIGHTS = Set.of("saveAuthorization", "deleteAuthorization");

	private static final String NAM = """
			{"id": "follow.nam", "name": "Phạm Hoài Nam", "email": "n@careflow.example", "roles": [%s], "teams": [%s],
			 "employedFrom": "2024-01-02"}""";

	@LocalServerPort
	int port;

	@Autowired
	Staff staff;

	@Autowired
	IdentityService identity;

	@BeforeEach
	void aTeamAndAManager() {
		this.staff.registerTeam(new NewTeam("follow-team", "Nhóm thử quyền"));
		this.staff.register(person("follow.manager", "Bùi Mai").withRoles(vn.careflow.staff.Role.MANAGER));
		this.staff.register(person("follow.agent", "Nguyễn Thị Lan"));
	}

	@Test
	void followWhicheverWayPeopleAreRegisteredAndChanged() {
		taken(manager().postJson("/api/agents", NAM.formatted("\"agent\"", "\"follow-team\"")));
		assertThat(groupsOf("follow.nam")).containsExactlyInAnyOrder("agent", "follow-team");

		taken(manager().putJson("/api/agents/follow.nam", NAM.formatted("\"agent\", \"team-lead\"", "")));
		assertThat(groupsOf("follow.nam")).containsExactlyInAnyOrder("agent", "team-lead");

		taken(imported("""
				id;name;email;roles;employedFrom
				follow.thao;Võ Thảo;t@careflow.example;designer;2024-01-02
				follow.nam;Phạm Nam;n@careflow.example;agent;2024-01-02
				"""));
		assertThat(groupsOf("follow.thao")).containsExactly("designer");
		assertThat(groupsOf("follow.nam")).containsExactly("agent");

		taken(manager().putJson("/api/agents/follow.nam/employment", """
				{"from": "2024-01-02", "until": "2024-06-01"}"""));
		assertThat(groupsOf("follow.nam")).as("no longer here").isEmpty();

		taken(manager().putJson("/api/teams/follow-team", "{\"name\": \"Nhóm mới\"}"));
		assertThat(this.identity.createGroupQuery().groupId("follow-team").singleResult().getName())
			.isEqualTo("Nhóm mới");
		assertThat(everyAccountOnRecord()).isEqualTo(everyPerson());
	}

	@ParameterizedTest
	@CsvSource({ "POST, /api/agents", "PUT, /api/agents/follow.agent", "PUT, /api/agents/follow.agent/employment",
			"POST, /api/agents/imports", "POST, /api/teams", "PUT, /api/teams/follow-team", "POST, /api/skills",
			"PUT, /api/skills/support", "POST, /api/absences/imports", "GET, /api/absences.csv" })
	void areNotForAgentsToChange(String method, String path) {
		Web lan = Web.at(this.port).as("follow.agent", "a-password-for-tests");

		HttpResponse<String> answer = switch (method) {
			case "POST" -> lan.postJson(path, "{}");
			case "PUT" -> lan.putJson(path, "{}");
			default -> lan.get(path);
		};

		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void areExportedForWhoeverWorksHere() {
		HttpResponse<String> file = Web.at(this.port).as("follow.agent", "a-password-for-tests").get("/api/agents.csv");

		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
		assertThat(file.body()).contains("follow.agent;Nguyễn Thị Lan;");
	}

	@Test
	void areRefusedAsAWholeWithAWrongRow() {
		HttpResponse<String> answer = imported("""
				id;name;email;employedFrom
				follow.new;Mới;x@careflow.example;2024-01-02
				follow.other;;x@careflow.example;2024-01-02
				""");

		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("\"row\":2").contains("\"field\":\"name\"").contains("Chưa ghi gì");
		assertThat(this.identity.createUserQuery().userId("follow.new").count()).isZero();
	}

	@Test
	void areKeptInOnePlace() {
		noClasses().that()
			.doNotBelongToAnyOf(Accounts.class, FirstStart.class)
			.should()
			.callMethodWhere(calls(IdentityService.class, KEEPS_ACCOUNTS))
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("vn.careflow"));
		noClasses().that()
			.doNotBelongToAnyOf(Grants.class, NamedRights.class)
			.should()
			.callMethodWhere(calls(AuthorizationService.class, KEEPS_RIGHTS))
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("vn.careflow"));
	}

	private static DescribedPredicate<JavaMethodCall> calls(Class<?> service, Set<String> methods) {
		return DescribedPredicate.describe("changes by " + service.getSimpleName(),
				(call) -> call.getTargetOwner().isAssignableTo(service) && methods.contains(call.getName()));
	}

	private static NewAgent person(String id, String name) {
		return NewAgent.named(id, name, id + "@careflow.example", LocalDate.of(2024, 1, 2));
	}

	private static void taken(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
	}

	private HttpResponse<String> imported(String file) {
		String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + file + "\r\n--cut--\r\n";
		return manager().post("/api/agents/imports", "multipart/form-data; boundary=cut", body);
	}

	private Web manager() {
		return Web.at(this.port).as("follow.manager", "a-password-for-tests");
	}

	/** Other tests of the context may have tried accounts of nobody. */
	private Set<String> everyAccountOnRecord() {
		return this.identity.createUserQuery()
			.unlimitedList()
			.stream()
			.map(User::getId)
			.filter((id) -> this.staff.find(id).isPresent())
			.map((id) -> id + groupsOf(id).stream().sorted().toList())
			.collect(Collectors.toSet());
	}

	private Set<String> everyPerson() {
		return this.staff.all()
			.stream()
			.map((agent) -> agent.id() + (agent.isEmployedOn(LocalDate.now()) ? groups(agent) : List.of()))
			.collect(Collectors.toSet());
	}

	private static List<String> groups(Agent agent) {
		return Stream.concat(agent.roles().stream().map(vn.careflow.staff.Role::groupId), agent.teams().stream())
			.sorted()
			.toList();
	}

	private List<String> groupsOf(String userId) {
		return this.identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
	}

}
