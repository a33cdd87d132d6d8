package vn.careflow.process.decisions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestKind;

import static org.assertj.core.api.Assertions.assertThat;

class ClassifyRequestDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("classify-request");

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

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row       | requestKind | priority | teamId  | requiredSkill
				Warranty  | WARRANTY    | NORMAL   | service | warranty
				Support   | SUPPORT     | LOW      | service | support
				Complaint | COMPLAINT   | URGENT   | service | complaint
				""");
	}

	private static Domain everything() {
		return new Domain().with("requestKind", (Object[]) RequestKind.values())
			.with("priority", (Object[]) Priority.values());
	}

}
