package vn.careflow.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.Request;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;

/**
 * Takes a request that a person entered in Tasklist, or the one that the case is about
 * already.
 */
@Service
class RequestIntake {

	private final Requests requests;

	private final CustomerReferences customers;

	RequestIntake(Requests requests, CustomerReferences customers) {
		this.requests = requests;
		this.customers = customers;
	}

	@Transactional
	public Request take(DelegateExecution execution) {
		if (CaseKeys.hasCase(execution)) {
			return this.requests.get(CaseKeys.caseId(execution));
		}
		Request request = this.requests.register(entered(execution, this.customers.resolve(execution)));
		CaseKeys.begin(execution, request.id());
		return request;
	}

	private static NewRequest entered(DelegateExecution execution, UUID customerId) {
		return NewRequest
			.of(customerId, RequestKind.valueOf(RequestHandlingProcess.REQUEST_KIND.get(execution)),
					RequestHandlingProcess.SUBJECT.get(execution), RequestHandlingProcess.DESCRIPTION.get(execution),
					RequestChannel.valueOf(RequestHandlingProcess.REQUEST_CHANNEL.get(execution)))
			.graded(Level.valueOf(RequestHandlingProcess.IMPACT.get(execution)),
					Level.valueOf(RequestHandlingProcess.URGENCY.get(execution)))
			.about(PreSaleCareProcess.PRODUCT.find(execution).orElse(null), null);
	}

}
