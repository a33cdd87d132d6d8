package vn.careflow.process.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.contact.ContactReason;
import vn.careflow.customer.CustomerGroup;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;
import vn.careflow.request.RequestKind;

import static org.assertj.core.api.Assertions.assertThat;

class CareStandardDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("care-standard");

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
	void hasOneToThreePoliteSentencesInVietnamese() {
		assertThat(everything().combinations()).allSatisfy(
				(facts) -> assertThat(TABLE.answer(facts).text("script")).matches("[^.?!]+[.?!]( [^.?!]+[.?!]){0,2}")
					.containsPattern("\\bem\\b|\\bEm\\b")
					.containsPattern("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"));
	}

	@Test
	void addressesTheSpecialGroupFormally() {
		assertThat(cases()).filteredOn((agreed) -> agreed.facts().get("customerGroup").equals("SPECIAL"))
			.isNotEmpty()
			.allSatisfy((agreed) -> assertThat(TABLE.answer(agreed.facts()).text("script")).containsAnyOf("Quý vị",
					"Quý đơn vị"));
	}

	private static Object[] tasks() {
		Stream<String> contacts = Arrays.stream(ContactReason.values()).map(Enum::name);
		Stream<String> answers = Arrays.stream(RequestKind.values()).map((kind) -> "ANSWER_" + kind);
		Stream<String> others = Stream.of("ADVISE", "THANK", "OFFER", "OTHER");
		return Stream.of(contacts, answers, others).flatMap((names) -> names).toArray();
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row                    | standardFor       | customerGroup | script
				ApproachSpecial        | PRE_SALE_APPROACH | SPECIAL       | ~Kính chào Quý vị, em là
				ApproachLarge          | PRE_SALE_APPROACH | LARGE         | ~Dạ, em chào anh/chị, em là
				ApproachSmall          | PRE_SALE_APPROACH | SMALL         | ~Dạ, em chào anh/chị, em là
				AdviseSpecial          | ADVISE            | SPECIAL       | ~Em xin tóm tắt lại nhu
				AdviseLarge            | ADVISE            | LARGE         | ~Em xin tóm tắt nhu cầu
				AdviseSmall            | ADVISE            | SMALL         | ~Em xin nhắc lại nhu cầu
				ThankSpecial           | THANK             | SPECIAL       | ~Em xin trân trọng cảm ơn
				ThankOthers            | THANK             | LARGE         | ~Em cảm ơn anh/chị đã tin
				ThankOthers            | THANK             | SMALL         | ~Em cảm ơn anh/chị đã tin
				OnboardingLarge        | ONBOARDING        | SPECIAL       | ~Em xin phép hướng dẫn các
				OnboardingLarge        | ONBOARDING        | LARGE         | ~Em xin phép hướng dẫn các
				OnboardingSmall        | ONBOARDING        | SMALL         | ~Em xin phép hướng dẫn anh/chị
				CheckInSpecial         | CHECK_IN          | SPECIAL       | ~Em xin phép hỏi thăm Quý
				CheckInOthers          | CHECK_IN          | LARGE         | ~Dạ, em gọi hỏi thăm xem
				CheckInOthers          | CHECK_IN          | SMALL         | ~Dạ, em gọi hỏi thăm xem
				CareCallSpecial        | CARE_CALL         | SPECIAL       | ~Kính chào Quý vị, em xin
				CareCallLarge          | CARE_CALL         | LARGE         | ~Dạ, em chào anh/chị, em xin
				CareCallSmall          | CARE_CALL         | SMALL         | ~Dạ, em chào anh/chị, em gọi
				OfferSpecial           | OFFER             | SPECIAL       | ~Theo chính sách dành riêng cho
				OfferLarge             | OFFER             | LARGE         | ~Để cảm ơn Quý đơn vị
				OfferSmall             | OFFER             | SMALL         | ~Để cảm ơn anh/chị đã gắn
				AnswerSupportSpecial   | ANSWER_SUPPORT    | SPECIAL       | ~Em đã tiếp nhận yêu cầu
				AnswerSupportOthers    | ANSWER_SUPPORT    | LARGE         | ~Em xin nhắc lại vấn đề
				AnswerSupportOthers    | ANSWER_SUPPORT    | SMALL         | ~Em xin nhắc lại vấn đề
				AnswerWarrantySpecial  | ANSWER_WARRANTY   | SPECIAL       | ~Em xin tiếp nhận bảo hành
				AnswerWarrantyOthers   | ANSWER_WARRANTY   | LARGE         | ~Em xin lỗi vì sự bất
				AnswerWarrantyOthers   | ANSWER_WARRANTY   | SMALL         | ~Em xin lỗi vì sự bất
				AnswerComplaintSpecial | ANSWER_COMPLAINT  | SPECIAL       | ~Em thành thật xin lỗi Quý
				AnswerComplaintOthers  | ANSWER_COMPLAINT  | LARGE         | ~Em thành thật xin lỗi anh/chị
				AnswerComplaintOthers  | ANSWER_COMPLAINT  | SMALL         | ~Em thành thật xin lỗi anh/chị
				RequestFollowUpSpecial | REQUEST_FOLLOW_UP | SPECIAL       | ~Em xin báo cáo Quý vị
				RequestFollowUpOthers  | REQUEST_FOLLOW_UP | LARGE         | ~Dạ, em gọi để báo tiến
				RequestFollowUpOthers  | REQUEST_FOLLOW_UP | SMALL         | ~Dạ, em gọi để báo tiến
				AdHocSpecial           | AD_HOC            | SPECIAL       | ~Kính chào Quý vị, em là
				AdHocOthers            | AD_HOC            | LARGE         | ~Dạ, em chào anh/chị, em là
				AdHocOthers            | AD_HOC            | SMALL         | ~Dạ, em chào anh/chị, em là
				OtherSpecial           | OTHER             | SPECIAL       | ~Em xin lắng nghe yêu cầu
				OtherOthers            | OTHER             | LARGE         | ~Dạ, em chào anh/chị, em xin
				OtherOthers            | OTHER             | SMALL         | ~Dạ, em chào anh/chị, em xin
				""");
	}

	private static Domain everything() {
		return new Domain().with("customerGroup", (Object[]) CustomerGroup.values()).with("standardFor", tasks());
	}

}
