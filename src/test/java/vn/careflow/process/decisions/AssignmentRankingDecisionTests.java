package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.careflow.assignment.Preference;
import vn.careflow.process.decisions.DecisionTable.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class AssignmentRankingDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("assignment-ranking");

	@ParameterizedTest
	@CsvSource({ "REQUEST, 1 AFFINITY*1 > 2 SKILL_LEVEL*1 > 3 RELATIVE_LOAD*1",
			"CONTACT, 1 AFFINITY*1 > 3 RELATIVE_LOAD*1", "ADVICE, 1 AFFINITY*1 > 3 RELATIVE_LOAD*1",
			"POST_SALE, 1 AFFINITY*1 > 3 RELATIVE_LOAD*1", "CARE_CYCLE, 1 AFFINITY*1 > 3 RELATIVE_LOAD*1" })
	void ranksAsAgreed(String workKind, String ranking) {
		assertThat(rows(workKind).stream()
			.map((row) -> "%s %s*%s".formatted(row.outcome().get("step"), row.text("preference"),
					row.outcome().get("weight")))
			.collect(Collectors.joining(" > "))).isEqualTo(ranking);
	}

	@Test
	void usesEachRowAndSaysWhyItIsThere() {
		Set<String> used = rows("REQUEST").stream().map(Answer::rule).collect(Collectors.toSet());

		assertThat(used).isEqualTo(TABLE.ruleIds());
		assertThat(TABLE.rulesWithoutReason()).isEmpty();
		assertThat(TABLE.hitPolicy()).isEqualTo(HitPolicy.COLLECT);
	}

	@Test
	void namesPreferencesThatThereAre() {
		assertThat(rows("REQUEST"))
			.allSatisfy((row) -> assertThat(Preference.valueOf(row.text("preference"))).isNotNull());
	}

	private static List<Answer> rows(String workKind) {
		return TABLE.answers(Map.of("workKind", workKind));
	}

}
