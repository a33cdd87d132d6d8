package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code post-sale-care} and the code agree on.
 */
final class PostSaleCareProcess {

	static final String KEY = "post-sale-care";

	static final String TASK_THANK_CUSTOMER = "Task_ThankCustomer";

	static final String TASK_MAKE_OFFER = "Task_MakeOffer";

	static final String MESSAGE_SURVEY_ANSWERED = "surveyAnswered";

	static final String MESSAGE_COMPLAINT_RAISED = "complaintRaised";

	static final String MESSAGE_COMPLAINT_SETTLED = "complaintSettled";

	static final ProcessVariable<Date> CHECK_IN_AT = ProcessVariable.of("checkInAt", Date.class);

	static final ProcessVariable<Date> SURVEY_CLOSES_AT = ProcessVariable.of("surveyClosesAt", Date.class);

	static final ProcessVariable<Boolean> COMPLAINT_OPEN = ProcessVariable.of("complaintOpen", Boolean.class);

	static final ProcessVariable<Date> DELIVERED_ON = ProcessVariable.of("deliveredOn", Date.class);

	static final ProcessVariable<String> OFFER_KIND = ProcessVariable.of("offerKind", String.class);

	static final ProcessVariable<String> OFFER_RESPONSE = ProcessVariable.of("offerResponse", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> ORDER_NUMBER = ProcessVariable.of("orderNumber", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> THANK_NOTE = ProcessVariable.of("thankNote", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> OFFER_NOTE = ProcessVariable.of("offerNote", String.class);

	private PostSaleCareProcess() {
	}

}
