package vn.careflow.process.decisions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class WorkWeightDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("work-weight");

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
	void weighsNothingLessThanOnePoint() {
		assertThat(everything().combinations())
			.allSatisfy((facts) -> assertThat(TABLE.answer(facts).outcome().get("weight")).isIn(1, 2, 3));
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row           | workKind   | priority | weight
				UrgentRequest | REQUEST    | URGENT   | 3
				HighRequest   | REQUEST    | HIGH     | 2
				Request       | REQUEST    | NORMAL   | 1
				Request       | REQUEST    | LOW      | 1
				Other         | CONTACT    | NONE     | 1
				Other         | ADVICE     | NONE     | 1
				Other         | POST_SALE  | NONE     | 1
				Other         | CARE_CYCLE | NONE     | 1
				""");
	}

	private static Domain everything() {
		return new Domain().with("workKind", "REQUEST", "CONTACT", "ADVICE", "POST_SALE", "CARE_CYCLE")
			.with("priority", "URGENT", "HIGH", "NORMAL", "LOW", "NONE");
	}

}
