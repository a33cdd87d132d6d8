package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.customer.CustomerGroup;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;
import vn.careflow.request.Level;
import vn.careflow.request.Priority;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPriorityDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("request-priority");

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
	void neverRanksASmallerImpactHigher() {
		for (CustomerGroup group : CustomerGroup.values()) {
			for (Level urgency : Level.values()) {
				assertThat(priority(Level.HIGH, urgency, group))
					.isLessThanOrEqualTo(priority(Level.MEDIUM, urgency, group));
				assertThat(priority(Level.MEDIUM, urgency, group))
					.isLessThanOrEqualTo(priority(Level.LOW, urgency, group));
			}
		}
	}

	private static Priority priority(Level impact, Level urgency, CustomerGroup group) {
		return Priority.valueOf(
				TABLE.answer(Map.of("impact", impact.name(), "urgency", urgency.name(), "customerGroup", group.name()))
					.text("priority"));
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row                 | impact | urgency | customerGroup | priority
				HighHigh            | HIGH   | HIGH    | LARGE         | URGENT
				HighHigh            | HIGH   | HIGH    | SMALL         | URGENT
				HighMedium          | HIGH   | MEDIUM  | LARGE         | HIGH
				HighMedium          | HIGH   | MEDIUM  | SMALL         | HIGH
				MediumHigh          | MEDIUM | HIGH    | LARGE         | HIGH
				MediumHigh          | MEDIUM | HIGH    | SMALL         | HIGH
				HighLow             | HIGH   | LOW     | LARGE         | NORMAL
				HighLow             | HIGH   | LOW     | SMALL         | NORMAL
				MediumMedium        | MEDIUM | MEDIUM  | LARGE         | NORMAL
				MediumMedium        | MEDIUM | MEDIUM  | SMALL         | NORMAL
				LowHigh             | LOW    | HIGH    | LARGE         | NORMAL
				LowHigh             | LOW    | HIGH    | SMALL         | NORMAL
				MediumLow           | MEDIUM | LOW     | LARGE         | LOW
				MediumLow           | MEDIUM | LOW     | SMALL         | LOW
				LowMedium           | LOW    | MEDIUM  | LARGE         | LOW
				LowMedium           | LOW    | MEDIUM  | SMALL         | LOW
				LowLow              | LOW    | LOW     | LARGE         | LOW
				LowLow              | LOW    | LOW     | SMALL         | LOW
				SpecialHighHigh     | HIGH   | HIGH    | SPECIAL       | URGENT
				SpecialHighMedium   | HIGH   | MEDIUM  | SPECIAL       | URGENT
				SpecialMediumHigh   | MEDIUM | HIGH    | SPECIAL       | URGENT
				SpecialHighLow      | HIGH   | LOW     | SPECIAL       | HIGH
				SpecialMediumMedium | MEDIUM | MEDIUM  | SPECIAL       | HIGH
				SpecialLowHigh      | LOW    | HIGH    | SPECIAL       | HIGH
				SpecialMediumLow    | MEDIUM | LOW     | SPECIAL       | NORMAL
				SpecialLowMedium    | LOW    | MEDIUM  | SPECIAL       | NORMAL
				SpecialLowLow       | LOW    | LOW     | SPECIAL       | NORMAL
				""");
	}

	private static Domain everything() {
		return new Domain().with("impact", (Object[]) Level.values())
			.with("urgency", (Object[]) Level.values())
			.with("customerGroup", (Object[]) CustomerGroup.values());
	}

}
