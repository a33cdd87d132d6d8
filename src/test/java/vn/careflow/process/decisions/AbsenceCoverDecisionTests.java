package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.calendar.CareDuration;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;
import vn.careflow.request.Priority;

import static org.assertj.core.api.Assertions.assertThat;

class AbsenceCoverDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("absence-cover");

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
	void leavesNothingWithSomebodyAbsentThatIsDueBeforeTheyReturn() {
		for (Map<String, Object> facts : everything().combinations()) {
			String cover = TABLE.answer(facts).text("cover");
			switch ((String) facts.get("coverDeadline")) {
				case "OVERDUE" -> assertThat(cover).as("%s", facts).isEqualTo("NOW");
				case "BEFORE_RETURN" -> assertThat(cover).as("%s", facts).isNotEqualTo("STAY");
				default -> assertThat(cover).as("%s", facts).isNotEqualTo("AT_DEADLINE");
			}
		}
	}

	@Test
	void saysHowLongBeforeTheDeadlineWheneverItWaitsForThat() {
		for (Map<String, Object> facts : everything().combinations()) {
			String before = TABLE.answer(facts).text("handBefore");
			if (TABLE.answer(facts).text("cover").equals("AT_DEADLINE")) {
				assertThat(CareDuration.parse(before)).isNotNull();
			}
			else {
				assertThat(before).isEmpty();
			}
		}
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row          | workKind    | priority | coverDeadline | daysAway | cover       | handBefore
				Overdue      | REQUEST     | LOW      | OVERDUE       | 1        | NOW         |
				Overdue      | APPOINTMENT | NONE     | OVERDUE       | 3        | NOW         |
				Appointment  | APPOINTMENT | NONE     | BEFORE_RETURN | 3        | AT_DEADLINE | 1wd
				UrgentDue    | REQUEST     | URGENT   | BEFORE_RETURN | 1        | NOW         |
				UrgentDue    | REQUEST     | HIGH     | BEFORE_RETURN | 30       | NOW         |
				Due          | REQUEST     | NORMAL   | BEFORE_RETURN | 3        | AT_DEADLINE | 4h
				Due          | CONTACT     | NONE     | BEFORE_RETURN | 3        | AT_DEADLINE | 4h
				Urgent       | REQUEST     | URGENT   | AFTER_RETURN  | 1        | NOW         |
				Urgent       | REQUEST     | URGENT   | NONE          | 1        | NOW         |
				LongAbsence  | REQUEST     | NORMAL   | AFTER_RETURN  | 11       | NOW         |
				ShortAbsence | REQUEST     | HIGH     | AFTER_RETURN  | 10       | STAY        |
				ShortAbsence | REQUEST     | NORMAL   | NONE          | 1        | STAY        |
				NoHurry      | REQUEST     | LOW      | AFTER_RETURN  | 60       | STAY        |
				NoHurry      | OPPORTUNITY | NONE     | NONE          | 60       | STAY        |
				""");
	}

	private static Domain everything() {
		return new Domain().with("workKind", "REQUEST", "CONTACT", "OPPORTUNITY", "ORDER", "CARE_CYCLE", "APPOINTMENT")
			.with("priority", Stream.concat(Stream.of("NONE"), Stream.of(Priority.values())).toArray())
			.with("coverDeadline", "OVERDUE", "BEFORE_RETURN", "AFTER_RETURN", "NONE")
			.with("daysAway", 0, 1, 10, 11, 250);
	}

}
