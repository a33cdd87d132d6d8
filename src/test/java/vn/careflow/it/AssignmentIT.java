package vn.careflow.it;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Work that changes hands in a real browser: an agent reads why a task is theirs and
 * gives it back, the next passes it on, and the lead sees who was considered and moves
 * many tasks at once.
 */
@EnabledIf(value = "vn.careflow.it.Browser#isInstalled",
		disabledReason = "No Chromium on this machine; -Dcareflow.chromium=… names one elsewhere")
class AssignmentIT {

	private static final String SUBJECT = "Mất kết nối vào buổi trưa";

	@TempDir
	static Path folder;

	@Test
	void letsAgentsAndTheirLeadMoveWorkAndTellsEverybodyWhy() throws Exception {
		try (PackagedCareflow careflow = PackagedCareflow.startedOn(folder);
				Browser browser = Browser.openedOn(careflow)) {
			letEverybodyWorkAroundTheClock(careflow);
			String task = aRequestFor("KH000001", careflow);

			String first = assigneeOf(task, careflow);
			givesBack(task, Tasklist.of(first, browser));
			String second = assigneeOf(task, careflow);
			assertThat(second).isNotIn(first, "minh.tran");
			String third = passesOn(task, Tasklist.of(second, browser), careflow);

			Tasklist lead = Tasklist.of("hung.dang", browser);
			AssignmentTab tab = seesWhoWasConsidered(task, lead);
			movesEverythingOf(third, lead, tab);
			assertThat(careflow.json("/engine-rest/task/count?assignee=" + third).get("count").asInt()).isZero();
			assertThat(assigneeOf(task, careflow)).isEqualTo("lan.nguyen");
		}
	}

	/** The rules find somebody at any hour this test runs. */
	private static void letEverybodyWorkAroundTheClock(PackagedCareflow careflow) throws Exception {
		for (JsonNode agent : careflow.json("/api/agents?size=200").get("items")) {
			careflow.put("/api/agents/" + agent.get("id").asText() + "/calendar", "{\"calendar\": \"always\"}");
		}
	}

	private static String aRequestFor(String customer, PackagedCareflow careflow) throws Exception {
		JsonNode request = careflow.post("/api/requests", """
				{"customer": "%s", "kind": "SUPPORT", "subject": "%s", "description": "Mỗi ngày từ 11 đến 13 giờ."}"""
			.formatted(customer, SUBJECT));
		String tasks = "/engine-rest/task?processInstanceBusinessKey=" + request.get("id").asText();
		careflow.awaits(tasks, (answer) -> answer.size() == 1 && answer.get(0).hasNonNull("assignee"));
		return careflow.json(tasks).get(0).get("id").asText();
	}

	private static String assigneeOf(String task, PackagedCareflow careflow) throws Exception {
		return careflow.json("/engine-rest/task/" + task).get("assignee").asText();
	}

	private static void givesBack(String task, Tasklist agent) {
		AssignmentTab tab = agent.assignmentOf(task);
		assertThat(agent.moveMany()).hasCount(0);
		assertThat(tab.why()).containsText("Vì sao việc này của bạn?");
		assertThat(tab.why()).containsText("Giao cho");
		assertThat(tab.candidates()).hasCount(0);
		String before = tab.assignee().innerText();
		tab.picture("agent-why-you");

		tab.begin("Trả lại việc");
		tab.send("Trả lại việc");
		assertThat(tab.message()).containsText("Hãy nêu lý do");
		tab.giveReason("Tôi họp cả buổi chiều");
		tab.picture("agent-gives-back");
		tab.send("Trả lại việc");
		assertThat(tab.message()).containsText("Đã trả lại việc");
		assertThat(tab.assignee()).not().containsText(before);
		tab.picture("agent-gave-back");
	}

	private static String passesOn(String task, Tasklist agent, PackagedCareflow careflow) throws Exception {
		AssignmentTab tab = agent.assignmentOf(task);
		assertThat(tab.history()).hasCount(2);
		assertThat(tab.history().first()).containsText("Tôi họp cả buổi chiều");

		tab.begin("Chuyển cho đồng nghiệp");
		tab.chooseSomebody("Trần Văn Minh");
		tab.giveReason("Minh rành thiết bị này");
		tab.send("Chuyển cho đồng nghiệp");
		assertThat(tab.message()).containsText("Vắng mặt đến");
		tab.picture("agent-passes-on-to-somebody-absent");

		comesBack("minh.tran", careflow);
		tab.send("Chuyển cho đồng nghiệp");
		assertThat(tab.message()).containsText("Đã chuyển việc cho Trần Văn Minh");
		assertThat(assigneeOf(task, careflow)).isEqualTo("minh.tran");
		return "minh.tran";
	}

	private static void comesBack(String agentId, PackagedCareflow careflow) throws Exception {
		for (JsonNode absence : careflow.json("/api/agents/" + agentId).get("absences")) {
			careflow.delete("/api/agents/" + agentId + "/absences/" + absence.get("id").asText());
		}
	}

	private static AssignmentTab seesWhoWasConsidered(String task, Tasklist lead) {
		AssignmentTab tab = lead.assignmentOf(task);
		assertThat(tab.why()).containsText("Vì sao Trần Văn Minh giữ việc này?");
		assertThat(tab.history()).hasCount(3);
		assertThat(tab.candidates().filter(having("Trần Văn Minh"))).containsText("Vắng mặt đến");
		assertThat(tab.candidates().filter(having("Được chọn"))).hasCount(1);
		assertThat(tab.actions()).hasCount(1);
		tab.picture("lead-candidates");
		return tab;
	}

	private static void movesEverythingOf(String agentId, Tasklist lead, AssignmentTab behind) {
		ReassignDialog dialog = lead.beginToMoveMany();
		dialog.chooseTasksOf(agentId);
		assertThat(dialog.tasks().filter(having(SUBJECT))).hasCount(1);
		dialog.preview();
		assertThat(dialog.message()).containsText("Hãy chọn ít nhất một việc");
		dialog.chooseAll();
		dialog.giveTo("lan.nguyen");
		dialog.giveReason("Minh nghỉ thêm một tuần");
		dialog.picture("lead-chooses-many");
		dialog.preview();
		assertThat(dialog.heading()).hasText("Nếu thực hiện");
		assertThat(dialog.tasks().filter(having(SUBJECT))).containsText("Nguyễn Thị Lan");
		dialog.picture("lead-previews-many");
		dialog.carryOut();
		assertThat(dialog.heading()).hasText("Kết quả");
		assertThat(dialog.message()).containsText("0 việc không chuyển được");
		dialog.picture("lead-moved-many");
		dialog.close();
		assertThat(dialog.itself()).isHidden();
		assertThat(behind.why()).containsText("Vì sao Nguyễn Thị Lan giữ việc này?");
		assertThat(behind.assignee()).containsText("Nguyễn Thị Lan");
	}

	private static Locator.FilterOptions having(String text) {
		return new Locator.FilterOptions().setHasText(text);
	}

}
