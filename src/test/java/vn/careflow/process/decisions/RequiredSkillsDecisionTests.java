package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.careflow.calendar.CareDuration;
import vn.careflow.process.decisions.DecisionTable.Answer;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestKind;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSkillsDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("required-skills");

	@ParameterizedTest
	@CsvSource({ "WARRANTY, URGENT, warranty 1 until 2wd", "WARRANTY, LOW, warranty 1 until 2wd",
			"SUPPORT, HIGH, support 1 until 8h", "SUPPORT, NORMAL, support 1 until 8h",
			"COMPLAINT, NORMAL, complaint 1 until", "COMPLAINT, LOW, complaint 1 until",
			"COMPLAINT, HIGH, complaint 1 until + complaint 3 until 1h",
			"COMPLAINT, URGENT, complaint 1 until + complaint 3 until 1h" })
	void needsWhatWasAgreed(RequestKind kind, Priority priority, String needs) {
		assertThat(rows(kind, priority).stream()
			.map((row) -> "%s %s until %s"
				.formatted(row.text("skill"), row.outcome().get("minimumLevel"), row.text("dropAfter"))
				.strip())
			.collect(Collectors.joining(" + "))).isEqualTo(needs);
	}

	@Test
	void usesEachRowAndSaysWhyItIsThere() {
		assertThat(everything().map(Answer::rule).collect(Collectors.toSet())).isEqualTo(TABLE.ruleIds());
		assertThat(TABLE.rulesWithoutReason()).isEmpty();
		assertThat(TABLE.hitPolicy()).isEqualTo(HitPolicy.COLLECT);
	}

	@Test
	void saysAfterWhatTimeInAWayThatCanBeRead() {
		assertThat(everything().map((row) -> row.text("dropAfter")).filter((text) -> !text.isEmpty()))
			.allSatisfy((text) -> assertThat(CareDuration.parse(text)).hasToString(text));
	}

	/** Somebody who does not know the rules for complaints would make it worse. */
	@ParameterizedTest
	@EnumSource(Priority.class)
	void neverLetsAnybodyAnswerAComplaintWhoHasNotLearnedTo(Priority priority) {
		assertThat(rows(RequestKind.COMPLAINT, priority)).anySatisfy((row) -> {
			assertThat(row.text("skill")).isEqualTo("complaint");
			assertThat(row.text("dropAfter")).isEmpty();
		});
	}

	private static Stream<Answer> everything() {
		return Stream.of(RequestKind.values())
			.flatMap((kind) -> Stream.of(Priority.values()).flatMap((priority) -> rows(kind, priority).stream()));
	}

	private static List<Answer> rows(RequestKind kind, Priority priority) {
		return TABLE.answers(Map.of("requestKind", kind.name(), "priority", priority.name()));
	}

}
