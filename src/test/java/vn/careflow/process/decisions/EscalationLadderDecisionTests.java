package vn.careflow.process.decisions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestKind;
import vn.careflow.servicelevel.DeadlineState;

import static org.assertj.core.api.Assertions.assertThat;

class EscalationLadderDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("escalation-ladder");

	@ParameterizedTest
	@MethodSource("cases")
	void answersAsAgreed(AgreedCase agreed) {
		agreed.assertHolds(TABLE);
	}

	@Test
	void hasACaseAndAReasonForEachRow() {
		TABLE.assertEachRowHasACase(cases());
		assertThat(TABLE.rulesWithoutReason()).isEmpty();
	}

	@Test
	void hasExactlyOneRowForWhateverTheFacts() {
		TABLE.assertOneRowForEach(everything());
	}

	@Test
	void climbsFromTheAgentToTheManager() {
		for (Map<String, Object> facts : everything().combinations()) {
			String tell = TABLE.answer(facts).text("tell");
			switch (DeadlineState.valueOf((String) facts.get("deadlineState"))) {
				case NEAR -> assertThat(tell).isEqualTo("AGENT");
				case PASSED -> assertThat(tell).isIn("TEAM_LEAD", "MANAGER");
				default -> assertThat(tell).isEqualTo("MANAGER");
			}
		}
	}

	@Test
	void neverRaisesWhatCannotBeRaised() {
		assertThat(everything().combinations())
			.filteredOn((facts) -> facts.get("requestKind").equals("NONE") || facts.get("priority").equals("URGENT"))
			.isNotEmpty()
			.allSatisfy((facts) -> assertThat(TABLE.answer(facts).text("change")).isNotEqualTo("RAISE_PRIORITY"));
	}

	@Test
	void needsNoPriorityForACaseThatIsNoRequest() {
		Map<String, Object> facts = new HashMap<>(Map.of("requestKind", "NONE", "deadlineState", "PASSED"));
		facts.put("priority", null);
		assertThat(TABLE.answer(facts).rule()).isEqualTo("Rule_CasePassed");
	}

	private static Object[] kinds() {
		return Stream.concat(Stream.of("NONE"), Arrays.stream(RequestKind.values())).toArray();
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row                        | requestKind | priority | deadlineState | tell      | change
				Near                       | NONE        | NORMAL   | NEAR          | AGENT     | NONE
				Near                       | COMPLAINT   | URGENT   | NEAR          | AGENT     | NONE
				RequestPassed              | SUPPORT     | NORMAL   | PASSED        | TEAM_LEAD | RAISE_PRIORITY
				RequestPassed              | WARRANTY    | HIGH     | PASSED        | TEAM_LEAD | RAISE_PRIORITY
				RequestPassedAgain         | WARRANTY    | LOW      | PASSED_AGAIN  | MANAGER   | HAND_TO_LEAD
				UrgentPassed               | SUPPORT     | URGENT   | PASSED        | TEAM_LEAD | HAND_TO_LEAD
				UrgentPassedAgain          | WARRANTY    | URGENT   | PASSED_AGAIN  | MANAGER   | HAND_TO_LEAD
				ComplaintPassed            | COMPLAINT   | NORMAL   | PASSED        | TEAM_LEAD | HAND_TO_LEAD
				ComplaintPassedAgain       | COMPLAINT   | HIGH     | PASSED_AGAIN  | MANAGER   | HAND_TO_LEAD
				UrgentComplaintPassed      | COMPLAINT   | URGENT   | PASSED        | MANAGER   | HAND_TO_LEAD
				UrgentComplaintPassedAgain | COMPLAINT   | URGENT   | PASSED_AGAIN  | MANAGER   | HAND_TO_LEAD
				CasePassed                 | NONE        | NORMAL   | PASSED        | TEAM_LEAD | HAND_TO_LEAD
				CasePassedAgain            | NONE        | NORMAL   | PASSED_AGAIN  | MANAGER   | HAND_TO_LEAD
				""");
	}

	private static Domain everything() {
		return new Domain().with("requestKind", kinds())
			.with("priority", (Object[]) Priority.values())
			.with("deadlineState", DeadlineState.NEAR, DeadlineState.PASSED, DeadlineState.PASSED_AGAIN);
	}

}
