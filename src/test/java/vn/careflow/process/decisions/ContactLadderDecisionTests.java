package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.calendar.CareDuration;
import vn.careflow.contact.ContactOutcome;
import vn.careflow.customer.Potential;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Answer;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class ContactLadderDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("contact-ladder");

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
	void waitsADayOrLongerBeforeARetryOfOurOwnChoice() {
		for (Map<String, Object> facts : everything().combinations()) {
			Answer answer = TABLE.answer(facts);
			boolean ownRetry = answer.text("ladderStep").equals("RETRY")
					&& !facts.get("contactOutcome").equals("CALL_BACK");
			if (ownRetry) {
				assertThat(CareDuration.parse(answer.text("retryAfter"))).isIn(CareDuration.parse("PT24H"),
						CareDuration.parse("2wd"));
			}
			else {
				assertThat(answer.text("retryAfter")).isEmpty();
			}
		}
	}

	@Test
	void endsForACustomerWhoNeverAnswers() {
		for (Potential potential : Potential.values()) {
			assertThat(
					TABLE
						.answer(Map.of("contactOutcome", "NO_ANSWER", "unansweredAttempts", 8, "missedAttempts", 0,
								"potential", potential.name()))
						.text("ladderStep"))
				.isEqualTo("UNREACHABLE");
		}
	}

	@Test
	void endsForAContactThatNobodyEverMakes() {
		assertThat(TABLE
			.answer(Map.of("contactOutcome", "MISSED", "unansweredAttempts", 0, "missedAttempts", 3, "potential",
					"HOT"))
			.text("ladderStep")).isEqualTo("UNREACHABLE");
	}

	static List<AgreedCase> cases() {
		return TABLE
			.cases("""
					row               | contactOutcome | unansweredAttempts | missedAttempts | potential | ladderStep  | retryAfter
					Reached           | REACHED        | 5                  | 0              | COLD      | ADVISE      |
					Refused           | REFUSED        | 0                  | 0              | HOT       | OPT_OUT     |
					WrongNumber       | WRONG_NUMBER   | 0                  | 0              | HOT       | UNREACHABLE |
					CallBack          | CALL_BACK      | 0                  | 0              | WARM      | RETRY       |
					CallBack          | CALL_BACK      | 40                 | 0              | COLD      | RETRY       |
					Missed            | MISSED         | 40                 | 2              | COLD      | RETRY       | PT24H
					MissedTooOften    | MISSED         | 0                  | 3              | HOT       | UNREACHABLE |
					MissedTooOften    | MISSED         | 40                 | 9              | COLD      | UNREACHABLE |
					NoAnswerEarlyHot  | NO_ANSWER      | 2                  | 0              | HOT       | RETRY       | PT24H
					NoAnswerLateHot   | NO_ANSWER      | 3                  | 0              | HOT       | RETRY       | 2wd
					NoAnswerLateHot   | NO_ANSWER      | 7                  | 0              | HOT       | RETRY       | 2wd
					BusyHot           | BUSY           | 7                  | 0              | HOT       | RETRY       | PT24H
					ExhaustedHot      | NO_ANSWER      | 8                  | 0              | HOT       | UNREACHABLE |
					ExhaustedHot      | BUSY           | 8                  | 0              | HOT       | UNREACHABLE |
					NoAnswerEarlyWarm | NO_ANSWER      | 2                  | 0              | WARM      | RETRY       | PT24H
					NoAnswerLateWarm  | NO_ANSWER      | 3                  | 0              | WARM      | RETRY       | 2wd
					NoAnswerLateWarm  | NO_ANSWER      | 5                  | 0              | WARM      | RETRY       | 2wd
					BusyWarm          | BUSY           | 5                  | 0              | WARM      | RETRY       | PT24H
					ExhaustedWarm     | NO_ANSWER      | 6                  | 0              | WARM      | UNREACHABLE |
					ExhaustedWarm     | BUSY           | 6                  | 0              | WARM      | UNREACHABLE |
					NoAnswerEarlyCold | NO_ANSWER      | 2                  | 0              | COLD      | RETRY       | PT24H
					NoAnswerLateCold  | NO_ANSWER      | 3                  | 0              | COLD      | RETRY       | 2wd
					BusyCold          | BUSY           | 3                  | 0              | COLD      | RETRY       | PT24H
					ExhaustedCold     | NO_ANSWER      | 4                  | 0              | COLD      | UNREACHABLE |
					ExhaustedCold     | BUSY           | 4                  | 0              | COLD      | UNREACHABLE |
					""");
	}

	private static Domain everything() {
		return new Domain().with("contactOutcome", (Object[]) ContactOutcome.values())
			.with("unansweredAttempts", IntStream.rangeClosed(0, 20).boxed().toArray())
			.with("missedAttempts", IntStream.rangeClosed(0, 5).boxed().toArray())
			.with("potential", (Object[]) Potential.values());
	}

}
