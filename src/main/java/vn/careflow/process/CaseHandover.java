package vn.careflow.process;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.request.Priority;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;

/**
 * Changes who works on a case, or how urgently, while it runs.
 */
@Service
class CaseHandover {

	private final Requests requests;

	private final CaseHands hands;

	CaseHandover(Requests requests, CaseHands hands) {
		this.requests = requests;
		this.hands = hands;
	}

	/**
	 * Does what the team lead decided.
	 * @param decision {@code KEEP}, {@code REASSIGN} or {@code RAISE_PRIORITY}
	 * @param agentId the new person, for {@code REASSIGN}
	 */
	@Transactional
	public void apply(UUID caseId, String decision, @Nullable String agentId, String note) {
		if (decision.equals("REASSIGN") && agentId != null) {
			reassign(caseId, agentId, note);
		}
		if (decision.equals("RAISE_PRIORITY")) {
			raisePriority(caseId);
		}
	}

	/** One step more urgent; what is urgent already stays so. */
	@Transactional
	public void raisePriority(UUID caseId) {
		open(caseId).filter((request) -> request.priority() != Priority.URGENT)
			.ifPresent((request) -> this.requests.prioritise(caseId, above(request), "Leo thang: hạn có nguy cơ trễ"));
	}

	private void reassign(UUID caseId, String agentId, String why) {
		if (hasEnded(caseId)) {
			return;
		}
		this.hands.giveByForm(caseId, agentId, why.isBlank() ? "Trưởng nhóm chuyển việc quá hạn" : why,
				CaseKeys.actor());
	}

	/**
	 * The request, unless it has ended meanwhile: what has ended is changed by nobody.
	 */
	private Optional<Request> open(UUID caseId) {
		return this.requests.find(caseId).filter((request) -> request.status().isOpen());
	}

	private boolean hasEnded(UUID caseId) {
		return this.requests.find(caseId).filter((request) -> !request.status().isOpen()).isPresent();
	}

	private static Priority above(Request request) {
		return Priority.values()[request.priority().ordinal() - 1];
	}

}
