package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Keeps the offer and how the customer responded, and plans the next care cycle. Used in
 * «Ghi phản hồi ưu đãi».
 */
@Component
class RecordOfferDelegate implements JavaDelegate {

	private final SaleIntake sales;

	RecordOfferDelegate(SaleIntake sales) {
		this.sales = sales;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.sales.recordOffer(CaseKeys.caseId(execution), CaseKeys.customerId(execution),
				PostSaleCareProcess.OFFER_KIND.get(execution), PostSaleCareProcess.OFFER_RESPONSE.get(execution),
				PostSaleCareProcess.OFFER_NOTE.find(execution).orElse(null));
	}

}
