package vn.careflow.process;

import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactMade;
import vn.careflow.contact.ContactOutcome;
import vn.careflow.contact.ContactReason;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.customer.TimelineKind;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;

import java.util.Map;

/**
 * Keeps what came out of a contact in every room that must know it, and asks the contact
 * ladder whether to try again.
 */
@Service
class ContactRecording {

	private final Contacts contacts;

	private final Customers customers;

	private final Timeline timeline;

	private final Requests requests;

	private final Decisions decisions;

	private final CareTimes times;

	ContactRecording(Contacts contacts, Customers customers, Timeline timeline, Requests requests, Decisions decisions,
			CareTimes times) {
		this.contacts = contacts;
		this.customers = customers;
		this.timeline = timeline;
		this.requests = requests;
		this.decisions = decisions;
		this.times = times;
	}

	/**
	 * Records one attempt.
	 * @return how many attempts of the case went unanswered, and whether this contact is
	 * to be tried again
	 */
	@Transactional
	public Result record(UUID contactId, ContactReport report) {
		Instant now = this.times.now();
		Contact contact = this.contacts.get(contactId);
		requirePermitted(contact, report.outcome());
		int unanswered = this.contacts.record(contactId, report.outcome(), report.agentId(), report.note(), now);
		this.timeline.record(entry(contact, report, now));
		learn(contact, report, now);
		return again(contact, report.outcome(), unanswered);
	}

	/** Tells the rooms of a contact that no case planned. */
	@Transactional
	public void learnOf(ContactMade made) {
		Contact contact = this.contacts.get(made.contactId());
		ContactReport report = new ContactReport(made.outcome(), made.agentId(), made.note(), null, null, null, null);
		this.timeline.record(entry(contact, report, made.at()));
		learn(contact, report, made.at());
	}

	/**
	 * What a rule forbids is not made by writing it down: the person is told which one. A
	 * contact that was made in time may be written down a little later.
	 */
	private void requirePermitted(Contact contact, ContactOutcome outcome) {
		if (outcome.isMade()) {
			this.contacts.refusalsNow(contact.id()).stream().findFirst().ifPresent((refused) -> {
				throw new FormRejected(CaseVariables.CONTACT_OUTCOME.name(),
						"Lúc này không được liên hệ khách hàng: " + refused.reason());
			});
		}
	}

	private void learn(Contact contact, ContactReport report, Instant now) {
		UUID customerId = contact.customerId();
		if (report.outcome() == ContactOutcome.REACHED) {
			this.customers.recordContact(customerId, now);
			takeOver(customerId, report);
		}
		if (report.need() != null) {
			this.customers.addNeed(customerId, report.need());
		}
		if (report.outcome() == ContactOutcome.REFUSED) {
			this.customers.optOut(customerId, "Khách hàng từ chối khi được liên hệ");
		}
		if (report.raisedKind() != null) {
			raise(customerId, report, RequestKind.valueOf(report.raisedKind()));
		}
	}

	/**
	 * Who reaches a customer without an owner becomes the owner: somebody is always
	 * responsible.
	 */
	private void takeOver(UUID customerId, ContactReport report) {
		if (report.agentId() != null && this.customers.facts(customerId).ownerId() == null) {
			this.customers.changeOwner(customerId, report.agentId(), "Người đầu tiên nói chuyện với khách hàng");
		}
	}

	private void raise(UUID customerId, ContactReport report, RequestKind kind) {
		String subject = (report.raisedSubject() != null) ? report.raisedSubject() : "Yêu cầu nêu khi liên hệ";
		String description = (report.note() != null) ? report.note() : subject;
		this.requests.receive(NewRequest.of(customerId, kind, subject, description, RequestChannel.PHONE));
	}

	/**
	 * Pre-sale care climbs its own ladder, drawn in its model; every other contact climbs
	 * here.
	 */
	private Result again(Contact contact, ContactOutcome outcome, int unanswered) {
		int missed = this.contacts.missedInARow(contact.caseId());
		if (contact.reason() == ContactReason.PRE_SALE_APPROACH) {
			return new Result(unanswered, missed, false, null);
		}
		CustomerFacts customer = this.customers.facts(contact.customerId());
		Map<String, Object> step = this.decisions.decide("contact-ladder", Map.of("contactOutcome", outcome.name(),
				"unansweredAttempts", unanswered, "missedAttempts", missed, "potential", customer.potential().name()));
		boolean retry = "RETRY".equals(step.get("ladderStep")) && isPossible(contact);
		return new Result(unanswered, missed, retry, retry ? String.valueOf(step.get("retryAfter")) : null);
	}

	/**
	 * A contact that no case called has nobody to tell that it became impossible: it ends
	 * with what was recorded.
	 */
	private boolean isPossible(Contact contact) {
		return !contact.caseId().equals(contact.id())
				|| this.contacts.preview(contact.customerId(), contact.purpose(), contact.channel(), this.times.now())
					.slot()
					.isPresent();
	}

	private static TimelineEntry entry(Contact contact, ContactReport report, Instant now) {
		return TimelineEntry
			.of(contact.customerId(), TimelineKind.CONTACT, now,
					"%s: %s".formatted(Wording.of(contact.channel()), Wording.of(report.outcome())))
			.withDetail(report.note())
			.about(contact.id())
			.by(report.agentId());
	}

	/**
	 * What follows from an attempt.
	 *
	 * @param unansweredAttempts attempts of the case without an answer, this one included
	 * @param missedAttempts how many of the case's attempts in a row nobody made, up to
	 * this one
	 * @param again whether this contact is to be tried again
	 * @param retryAfter how long to wait before that, {@code null} when it is not
	 */
	record Result(int unansweredAttempts, int missedAttempts, boolean again,
			@org.jspecify.annotations.Nullable String retryAfter) {
	}

}
