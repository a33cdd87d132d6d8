package vn.careflow.process.decisions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.customer.CustomerGroup;
import vn.careflow.customer.CustomerKind;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerSegmentDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("customer-segment");

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
	void knowsNoGroupButThoseOfTheCustomerRecord() {
		assertThat(everything().combinations()).allSatisfy(
				(facts) -> assertThat(CustomerGroup.valueOf(TABLE.answer(facts).text("customerGroup"))).isNotNull());
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row            | customerKind | servesState | annualRevenue | customerGroup
				ServesState    | PERSON       | true        | 0             | SPECIAL
				ServesState    | ORGANISATION | true        | 5000000000    | SPECIAL
				Organisation   | ORGANISATION | false       | 0             | LARGE
				LargeHousehold | PERSON       | false       | 100000000     | LARGE
				Individual     | PERSON       | false       | 99999999      | SMALL
				Individual     | PERSON       | false       | null          | SMALL
				""");
	}

	private static Domain everything() {
		return new Domain().with("customerKind", (Object[]) CustomerKind.values())
			.with("servesState", true, false)
			.with("annualRevenue", null, 0L, 1L, 99_999_999L, 100_000_000L, 100_000_001L, 999_999_999_999_999L);
	}

}
