package vn.careflow.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Decides planned contacts again after what they were planned by has changed.
 */
@Component
class Replanning {

	private final ContactStore store;

	private final SlotQuestions questions;

	private final ContactSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Replanning(ContactStore store, SlotQuestions questions, ContactSettings settings, ApplicationEventPublisher events,
			Clock clock) {
		this.store = store;
		this.questions = questions;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	int again(Replan which) {
		if (which.customerId() == null) {
			this.store.lockAll();
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return (int) this.store.scheduled(which, now).stream().filter((contact) -> again(contact, now)).count();
	}

	boolean again(Contact contact) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant dueAt = contact.dueAt();
		return contact.state() == ContactState.SCHEDULED && dueAt != null && dueAt.isAfter(now) && again(contact, now);
	}

	private boolean again(Contact contact, Instant now) {
		ContactSlot slot = Objects.requireNonNull(contact.slot());
		Instant judged = slot.at().isAfter(now) ? slot.at() : now;
		SlotQuestions.Asked asked = this.questions.lockedFor(contact, judged);
		List<Refusal> refusals = refusals(asked.question(), judged);
		if (refusals.stream().anyMatch((refusal) -> refusal.until() == null)) {
			return changed(contact, asked, decide(asked.question(), judged));
		}
		if (refusals.isEmpty()) {
			return changed(contact, slot, kept(asked.question(), slot, judged));
		}
		return slot.at().isAfter(now) ? changed(contact, asked, decide(asked.question(), judged))
				: changed(contact, slot, new ContactSlot(slot.at(), now, slot.remindAt()));
	}

	/** That little time is left is no reason to take a contact away that was planned. */
	private static List<Refusal> refusals(SlotQuestion question, Instant at) {
		return SlotPolicies.BINDING_IN_ORDER.stream()
			.flatMap(List::stream)
			.filter((policy) -> policy != SlotPolicies.ENOUGH_TIME)
			.flatMap((policy) -> policy.judge(question, at))
			.toList();
	}

	private ContactSlot kept(SlotQuestion question, ContactSlot slot, Instant judged) {
		return new ContactSlot(slot.at(), question.dueAt(judged), reminder().of(slot.at()));
	}

	private SlotDecision decide(SlotQuestion question, Instant from) {
		return new SlotFinder(question, from, this.settings.horizon().amount()).find(reminder());
	}

	private SlotFinder.Reminder reminder() {
		return new SlotFinder.Reminder(this.settings.reminder(), this.questions.calendar());
	}

	private boolean changed(Contact contact, SlotQuestions.Asked asked, SlotDecision decision) {
		this.store.saveDecision(contact.id(), asked.quotaKey(), decision);
		return tell(contact, decision.slot().orElse(null));
	}

	private boolean changed(Contact contact, ContactSlot before, ContactSlot after) {
		if (after.equals(before)) {
			return false;
		}
		this.store.saveTimes(contact.id(), after);
		return tell(contact, after);
	}

	private boolean tell(Contact contact, @Nullable ContactSlot slot) {
		this.events.publishEvent(new ContactReplanned(contact.id(), contact.customerId(), slot));
		return true;
	}

}
