package vn.careflow.process;

import java.util.Map;

import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactOutcome;
import vn.careflow.opportunity.OpportunityOutcome;

/**
 * The Vietnamese words for codes, as the customer's timeline shows them.
 */
final class Wording {

	private static final Map<ContactChannel, String> CHANNELS = Map.of(ContactChannel.CALL, "Gọi điện",
			ContactChannel.SMS, "Nhắn tin", ContactChannel.EMAIL, "E-mail", ContactChannel.ZALO, "Zalo",
			ContactChannel.MEETING, "Gặp trực tiếp");

	private static final Map<ContactOutcome, String> CONTACT_OUTCOMES = Map.of(ContactOutcome.REACHED, "đã nói chuyện",
			ContactOutcome.NO_ANSWER, "không trả lời", ContactOutcome.BUSY, "máy bận", ContactOutcome.CALL_BACK,
			"khách hẹn liên hệ lại", ContactOutcome.WRONG_NUMBER, "sai số", ContactOutcome.REFUSED,
			"khách từ chối được liên hệ", ContactOutcome.MISSED, "lỡ khung giờ");

	private static final Map<OpportunityOutcome, String> OPPORTUNITY_OUTCOMES = Map.of(OpportunityOutcome.WON,
			"Cơ hội thành công", OpportunityOutcome.NOT_YET, "Chưa mua, hẹn liên hệ lại", OpportunityOutcome.LOST,
			"Không mua", OpportunityOutcome.UNREACHABLE, "Không liên lạc được", OpportunityOutcome.NOT_INTERESTED,
			"Không quan tâm");

	private Wording() {
	}

	static String of(ContactChannel channel) {
		return CHANNELS.get(channel);
	}

	static String of(ContactOutcome outcome) {
		return CONTACT_OUTCOMES.get(outcome);
	}

	static String of(OpportunityOutcome outcome) {
		return OPPORTUNITY_OUTCOMES.get(outcome);
	}

}
