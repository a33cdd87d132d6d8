package vn.careflow.process;

import java.util.Date;

/**
 * The words that the model {@code pre-sale-care} and the code agree on.
 */
final class PreSaleCareProcess {

	static final String KEY = "pre-sale-care";

	static final String TASK_ADVISE_CUSTOMER = "Task_AdviseCustomer";

	static final String MESSAGE_ORDER_PLACED = "orderPlaced";

	static final ProcessVariable<String> LADDER_STEP = ProcessVariable.of("ladderStep", String.class);

	static final ProcessVariable<String> OPPORTUNITY_OUTCOME = ProcessVariable.of("opportunityOutcome", String.class);

	static final ProcessVariable<Date> ADVICE_DUE_AT = ProcessVariable.of("adviceDueAt", Date.class);

	static final ProcessVariable<Date> COME_BACK_ON = ProcessVariable.of("comeBackOn", Date.class);

	static final ProcessVariable<String> PRODUCT = ProcessVariable.of("product", String.class);

	static final ProcessVariable<String> PRODUCT_INTEREST = ProcessVariable.of("productInterest", String.class);

	static final ProcessVariable<Number> AMOUNT = ProcessVariable.of("amount", Number.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> NEED = ProcessVariable.of("need", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> LOSS_REASON = ProcessVariable.of("lossReason", String.class);

	/** Free text: lives for the transaction only. */
	static final ProcessVariable<String> ADVICE_NOTE = ProcessVariable.of("adviceNote", String.class);

	private PreSaleCareProcess() {
	}

}
