package vn.careflow.it;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request in a real browser, from the agent who takes it down to the customer's
 * confirmation, and the manager who sees it on the way.
 */
@EnabledIf(value = "vn.careflow.it.Browser#isInstalled",
		disabledReason = "No Chromium on this machine; -Dcareflow.chromium=… names one elsewhere")
class TasklistIT {

	private static final String SUBJECT = "Máy lọc nước kêu to";

	@TempDir
	static Path folder;

	@Test
	void takesARequestFromTheStartFormToTheCustomersConfirmation() throws Exception {
		try (PackagedCareflow careflow = PackagedCareflow.startedOn(folder);
				Browser browser = Browser.openedOn(careflow)) {
			leaveEverybodyToTheLead(careflow);
			Tasklist lan = Tasklist.of("lan.nguyen", browser);
			startsTheRequest(lan);
			assignsItByHand(Tasklist.of("hung.dang", browser));
			String instance = givesItBackToTheQueue(lan, careflow);

			Tasklist hoa = Tasklist.of("hoa.le", browser);
			claimsAndAnswers(hoa);
			seesItInCockpit(browser.signedIn("mai.bui", "cockpit"), instance);
			confirms(hoa);

			assertThat(careflow.json("/engine-rest/history/process-instance/" + instance).get("state").asText())
				.isEqualTo("COMPLETED");
		}
	}

	/**
	 * With nobody receiving work the request reaches the lead at any hour this test runs.
	 */
	private static void leaveEverybodyToTheLead(PackagedCareflow careflow) throws Exception {
		for (JsonNode agent : careflow.json("/api/agents?size=200").get("items")) {
			careflow.put("/api/agents/" + agent.get("id").asText() + "/receiving",
					"{\"receiving\": false, \"reason\": \"Họp toàn công ty\"}");
		}
	}

	private static void startsTheRequest(Tasklist agent) {
		agent.beginToStart("Xử lý yêu cầu");
		agent.enter("customerReference", "KH000001");
		agent.choose("requestKind", "Hỗ trợ");
		agent.enter("subject", SUBJECT);
		agent.enter("description", "Kêu to từ hôm qua, nhất là ban đêm.");
		agent.picture("agent-starts-request");
		agent.start();
	}

	private static void assignsItByHand(Tasklist lead) {
		lead.show("Hàng đợi của nhóm");
		lead.open("Phân công thủ công", SUBJECT);
		lead.claim();
		lead.choose("newAgentId", "Nguyễn Thị Lan");
		lead.enter("assignmentReason", "Khách quen của Lan");
		lead.picture("lead-assigns");
		lead.complete();
	}

	private static void claimsAndAnswers(Tasklist agent) {
		agent.show("Hàng đợi của nhóm");
		agent.open("Trả lời khách hàng", SUBJECT);
		agent.claim();
		agent.enter("answer", "Đã hướng dẫn khách xả khí, máy chạy êm trở lại.");
		agent.tick("Đã giải quyết xong");
		agent.choose("rootCause", "Kỳ vọng của khách hàng");
		agent.enter("resolution", "Xả khí sau khi thay lõi lọc.");
		agent.picture("agent-answers");
		agent.complete();
	}

	private static void confirms(Tasklist agent) {
		agent.show("Việc của tôi");
		agent.open("Xác nhận với khách hàng", SUBJECT);
		agent.tick("Đã giải quyết, khách hài lòng");
		agent.picture("agent-confirms");
		agent.complete();
	}

	/** Nobody else receives work, so it waits until somebody takes it. */
	private static String givesItBackToTheQueue(Tasklist agent, PackagedCareflow careflow) throws Exception {
		JsonNode task = careflow
			.json("/engine-rest/task?taskDefinitionKey=Task_AnswerRequest&sortBy=created&sortOrder=desc&maxResults=1")
			.get(0);
		assertThat(task.get("assignee").asText()).isEqualTo("lan.nguyen");
		AssignmentTab tab = agent.assignmentOf(task.get("id").asText());
		tab.begin("Trả lại việc");
		tab.giveReason("Khách muốn đổi người");
		tab.send("Trả lại việc");
		assertThat(tab.message()).containsText("việc chờ trong hàng đợi của nhóm");
		return task.get("processInstanceId").asText();
	}

	private static void seesItInCockpit(Page manager, String instance) {
		manager.getByText("Processes", new Page.GetByTextOptions().setExact(true)).first().click();
		manager.getByText("Xử lý yêu cầu").first().click();
		assertThat(manager.locator(".djs-container").first()).isVisible();
		assertThat(manager.getByText(instance)).isVisible();
		Browser.picture(manager, "manager-process");
		manager.getByText(instance).click();
		assertThat(manager).hasURL(Pattern.compile(".*/process-instance/" + instance + ".*"));
		assertThat(manager.getByText("requestKind").first()).isVisible();
		assertThat(manager.getByText("Loading diagram")).isHidden();
		assertThat(manager.locator("[data-element-id=Task_ConfirmResolution]").first()).isVisible();
		Browser.picture(manager, "manager-case");
	}

}
