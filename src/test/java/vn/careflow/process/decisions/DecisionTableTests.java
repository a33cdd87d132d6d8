package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Breaks each check of the decision tests once.
 */
class DecisionTableTests {

	@Test
	void acceptsATableWithOneRowForEachFact() {
		DecisionTable table = table("UNIQUE", "&lt; 3", ">= 3");

		table.assertOneRowForEach(attempts());
		assertThat(table.answer(Map.of("attempts", 3)).rule()).isEqualTo("Rule_2");
	}

	@Test
	void refusesAGap() {
		complains("the rows of ladder for {attempts=3}",
				() -> table("UNIQUE", "&lt; 3", "> 3").assertOneRowForEach(attempts()));
	}

	@Test
	void refusesAnOverlap() {
		complains("More than one row of ladder for {attempts=3}",
				() -> table("UNIQUE", "&lt;= 3", ">= 3").assertOneRowForEach(attempts()));
	}

	@Test
	void refusesAHitPolicyThatHidesOverlaps() {
		complains("FIRST", () -> table("FIRST", "&lt;= 3", ">= 3").assertOneRowForEach(attempts()));
	}

	@Test
	void refusesASweepThatLeavesOutAnInput() {
		complains("inputs swept", () -> table("UNIQUE", "&lt; 3", ">= 3").assertOneRowForEach(new Domain()));
	}

	@Test
	void refusesAValueThatTheTableDoesNotList() {
		DecisionTable table = DecisionTable.named("classify-request");
		Domain domain = new Domain().with("requestKind", "WARRANTY", "SUPPORT", "COMPLAINT", "PRAISE")
			.with("priority", "URGENT", "HIGH", "NORMAL", "LOW");

		complains("values listed for requestKind", () -> table.assertOneRowForEach(domain));
	}

	@Test
	void refusesARowWithoutACase() {
		DecisionTable table = table("UNIQUE", "&lt; 3", ">= 3");
		List<AgreedCase> cases = table.cases("""
				row | attempts | step
				1   | 2        | again
				""");

		complains("Rule_2", () -> table.assertEachRowHasACase(cases));
	}

	@Test
	void refusesACaseThatAnotherRowAnswers() {
		DecisionTable table = table("UNIQUE", "&lt; 3", ">= 3");

		complains("Rule_1", () -> agreed(table, "1", "3", "again").assertHolds(table));
	}

	@Test
	void refusesAnotherAnswer() {
		DecisionTable table = table("UNIQUE", "&lt; 3", ">= 3");

		agreed(table, "1", "2", "~gai").assertHolds(table);
		complains("stop", () -> agreed(table, "1", "2", "stop").assertHolds(table));
		complains("stop", () -> agreed(table, "1", "2", "~stop").assertHolds(table));
	}

	@Test
	void findsRowsWithoutAReason() {
		assertThat(table("UNIQUE", "&lt; 3", ">= 3").rulesWithoutReason()).containsExactly("Rule_2");
	}

	private static AgreedCase agreed(DecisionTable table, String row, String attempts, String step) {
		return table.cases("row | attempts | step\n" + String.join("|", row, attempts, step)).get(0);
	}

	private static void complains(String reason, Runnable check) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(check::run).withMessageContaining(reason);
	}

	private static Domain attempts() {
		return new Domain().with("attempts", 2, 3, 4);
	}

	private static DecisionTable table(String hitPolicy, String first, String second) {
		return DecisionTable.of("ladder",
				"""
						<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
						  <decision id="ladder" name="Ladder">
						    <decisionTable id="t" hitPolicy="%s">
						      <input id="i"><inputExpression id="e" typeRef="integer"><text>attempts</text></inputExpression></input>
						      <output id="o" name="step" typeRef="string"/>
						      <rule id="Rule_1"><description>Why</description><inputEntry id="i1"><text>%s</text></inputEntry>
						        <outputEntry id="o1"><text>"again"</text></outputEntry></rule>
						      <rule id="Rule_2"><inputEntry id="i2"><text>%s</text></inputEntry>
						        <outputEntry id="o2"><text>"stop"</text></outputEntry></rule>
						    </decisionTable>
						  </decision>
						</definitions>
						"""
					.formatted(hitPolicy, first, second));
	}

}
