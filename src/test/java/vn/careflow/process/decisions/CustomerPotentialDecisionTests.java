package vn.careflow.process.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.Potential;
import vn.careflow.opportunity.OpportunityOutcome;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Answer;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerPotentialDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("customer-potential");

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
	void scoresHotAboveWarmAboveCold() {
		for (Map<String, Object> facts : everything().combinations()) {
			Answer answer = TABLE.answer(facts);
			int score = (Integer) answer.outcome().get("potentialScore");
			switch (Potential.valueOf(answer.text("potential"))) {
				case HOT -> assertThat(score).isBetween(70, 100);
				case WARM -> assertThat(score).isBetween(40, 69);
				case COLD -> assertThat(score).isBetween(0, 39);
			}
		}
	}

	private static Object[] outcomes() {
		return Stream.concat(Stream.of("NONE"), Arrays.stream(OpportunityOutcome.values())).toArray();
	}

	static List<AgreedCase> cases() {
		return TABLE
			.cases("""
					row                     | needKnown | purchases | daysSinceContact | lastOutcome    | potential | potentialScore | potentialReason
					NotInterested           | true      | 3         | 1                | NOT_INTERESTED | COLD      | 5              | ~từ chối
					NeedWonRecently         | true      | 1         | 180              | WON            | HOT       | 95             | ~Vừa mua
					NeedWonLongAgo          | true      | 1         | 181              | WON            | WARM      | 65             | ~hơn 180 ngày
					NeedNotYetRecently      | true      | 0         | 30               | NOT_YET        | HOT       | 80             | ~vừa trao đổi
					NeedNotYetLongAgo       | true      | 0         | 31               | NOT_YET        | WARM      | 60             | ~hơn 30 ngày
					NeedKnownBuyer          | true      | 1         | 9999             | NONE           | HOT       | 85             | ~Đã từng mua
					NeedNewRecently         | true      | 0         | 0                | NONE           | HOT       | 75             | ~Có nhu cầu
					NeedNewLongAgo          | true      | 0         | 9999             | NONE           | WARM      | 55             | ~chưa được liên hệ
					NeedUnreachableBuyer    | true      | 2         | 10               | UNREACHABLE    | WARM      | 50             | ~không liên lạc được
					NeedUnreachableNew      | true      | 0         | 10               | UNREACHABLE    | COLD      | 30             | ~không liên lạc được
					NeedLostBuyer           | true      | 1         | 10               | LOST           | WARM      | 45             | ~nay có nhu cầu
					NeedLostNew             | true      | 0         | 10               | LOST           | COLD      | 20             | ~chưa từng mua
					BuyerRecently           | false     | 1         | 180              | NONE           | WARM      | 50             | ~còn liên hệ
					BuyerRecently           | false     | 4         | 20               | UNREACHABLE    | WARM      | 50             | ~còn liên hệ
					BuyerLongAgo            | false     | 1         | 181              | WON            | COLD      | 35             | ~hơn 180 ngày
					ProspectInTalks         | false     | 0         | 90               | NOT_YET        | WARM      | 40             | ~đang cân nhắc
					ProspectRecently        | false     | 0         | 30               | NONE           | WARM      | 40             | ~Mới liên hệ
					ProspectLongAgo         | false     | 0         | 9999             | NONE           | COLD      | 15             | ~chưa được liên hệ
					ProspectWithoutInterest | false     | 0         | 5                | LOST           | COLD      | 10             | ~không có kết quả
					ProspectWithoutInterest | false     | 0         | 5                | UNREACHABLE    | COLD      | 10             | ~không có kết quả
					""");
	}

	private static Domain everything() {
		return new Domain().with("needKnown", true, false)
			.with("purchases", 0, 1, 2, 500)
			.with("daysSinceContact", 0, 1, 30, 31, 180, 181, CustomerFacts.NEVER)
			.with("lastOutcome", outcomes());
	}

}
