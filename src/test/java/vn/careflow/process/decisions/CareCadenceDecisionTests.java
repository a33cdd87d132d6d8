package vn.careflow.process.decisions;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.calendar.CareDuration;
import vn.careflow.contact.ContactChannel;
import vn.careflow.customer.CustomerGroup;
import vn.careflow.customer.Potential;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class CareCadenceDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("care-cadence");

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
	void speaksOfWorkingDaysAndOfChannelsThatExist() {
		assertThat(everything().combinations()).allSatisfy((facts) -> {
			assertThat(CareDuration.parse(TABLE.answer(facts).text("nextCycleAfter")))
				.isInstanceOf(CareDuration.WorkingDays.class);
			assertThat(ContactChannel.valueOf(TABLE.answer(facts).text("contactChannel"))).isNotNull();
		});
	}

	@Test
	void comesBackTheSoonerTheMoreLikelyACustomerBuys() {
		for (CustomerGroup group : CustomerGroup.values()) {
			assertThat(days(group, Potential.HOT)).isLessThan(days(group, Potential.WARM));
			assertThat(days(group, Potential.WARM)).isLessThan(days(group, Potential.COLD));
		}
	}

	private static int days(CustomerGroup group, Potential potential) {
		String after = TABLE.answer(Map.of("customerGroup", group.name(), "potential", potential.name()))
			.text("nextCycleAfter");
		return ((CareDuration.WorkingDays) CareDuration.parse(after)).days();
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row         | customerGroup | potential | nextCycleAfter | contactChannel | surveyKind
				SpecialHot  | SPECIAL       | HOT       | 10wd           | MEETING        | NPS
				SpecialWarm | SPECIAL       | WARM      | 20wd           | CALL           | NPS
				SpecialCold | SPECIAL       | COLD      | 40wd           | CALL           | NONE
				LargeHot    | LARGE         | HOT       | 10wd           | MEETING        | NPS
				LargeWarm   | LARGE         | WARM      | 20wd           | CALL           | NPS
				LargeCold   | LARGE         | COLD      | 60wd           | EMAIL          | NONE
				SmallHot    | SMALL         | HOT       | 15wd           | CALL           | NPS
				SmallWarm   | SMALL         | WARM      | 30wd           | ZALO           | NONE
				SmallCold   | SMALL         | COLD      | 60wd           | EMAIL          | NONE
				""");
	}

	private static Domain everything() {
		return new Domain().with("customerGroup", (Object[]) CustomerGroup.values())
			.with("potential", (Object[]) Potential.values());
	}

}
