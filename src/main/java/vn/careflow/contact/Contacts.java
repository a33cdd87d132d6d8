package vn.careflow.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts with customers: finds each a time that law, house and customer permit, says
 * why not earlier, and keeps what came of it.
 */
@Service
public class Contacts {

	private static final int LONGEST_NOTE = 4000;

	private static final int LONGEST_REASON = 500;

	private final ContactStore store;

	private final SlotQuestions questions;

	private final Replanning replanning;

	private final ContactWishes wishes;

	private final ContactSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Contacts(ContactStore store, SlotQuestions questions, Replanning replanning, ContactWishes wishes,
			ContactSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.questions = questions;
		this.replanning = replanning;
		this.wishes = wishes;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Puts a contact on record, once: the same id gives back the one that is there. It
	 * has no slot yet.
	 */
	@Transactional
	public Contact plan(NewContact wanted) {
		Contact contact = Contact.planned(wanted);
		return this.store.insert(contact, now()) ? contact : get(wanted.id());
	}

	/**
	 * Finds a contact a slot and keeps it with the reasons; an earlier slot is given up.
	 * A slot that is found counts against the number's quota until the contact is
	 * recorded or cancelled.
	 * @param notBefore no slot begins before this moment, nor before the present
	 * @return the slot, or none when no rule-abiding time exists
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public SlotDecision findSlot(UUID contactId, Instant notBefore) {
		return findSlot(get(contactId), notBefore);
	}

	/**
	 * The same for a contact that was just planned, without reading it again.
	 */
	@Transactional
	public SlotDecision findSlot(Contact contact, Instant notBefore) {
		Instant from = later(notBefore.truncatedTo(ChronoUnit.MICROS), now());
		SlotQuestions.Asked asked = this.questions.lockedFor(contact, from);
		SlotDecision decision = decide(asked.question(), from);
		this.store.saveDecision(contact.id(), asked.quotaKey(), decision);
		return decision;
	}

	/**
	 * The planned contacts that are not over and follow when one of these calendars
	 * changes. A page of them, by id.
	 * @param calendarNames the calendars
	 * @param after the last contact of the page before, null for the first page
	 * @param atMost how many
	 */
	public List<UUID> scheduledBy(Collection<String> calendarNames, @Nullable UUID after, int atMost) {
		return calendarNames.contains(this.settings.calendar()) ? this.store.scheduledAfter(now(), after, atMost)
				: List.of();
	}

	/**
	 * Answers when a customer could be contacted, without planning anything.
	 * @param notBefore no slot begins before this moment, nor before the present
	 */
	public SlotDecision preview(UUID customerId, ContactPurpose purpose, ContactChannel channel, Instant notBefore) {
		Instant from = later(notBefore.truncatedTo(ChronoUnit.MICROS), now());
		return decide(this.questions.about(imagined(customerId, purpose, channel), from), from);
	}

	/**
	 * Answers what speaks against a contact that lasts from one moment to another, such
	 * as an appointment: every rule that refuses any part of it, and every wish that it
	 * does not fulfil, which is told apart by {@link RefusedSlot#binding()}.
	 * @param to its end, exclusive, after its start
	 * @return empty when nothing does
	 */
	public List<RefusedSlot> refusals(UUID customerId, ContactPurpose purpose, ContactChannel channel, Instant from,
			Instant to) {
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException("A contact from %s to %s takes no time".formatted(from, to));
		}
		return new RefusedStretches(this.questions.about(imagined(customerId, purpose, channel), from), from, to)
			.find();
	}

	/**
	 * Looks at planned contacts again after what they were planned by has changed, in the
	 * transaction that changed it: hours, quotas, calendars, what a customer wishes. One
	 * whose slot is still permitted keeps it; another gets the first permitted time from
	 * its slot on, never an earlier one. Publishes {@link ContactReplanned} for each that
	 * changed.
	 * @return how many changed
	 */
	@Transactional
	public int replan(Replan which) {
		return this.replanning.again(which);
	}

	/**
	 * The same for one contact; one that is over or has no slot stays as it is.
	 * @return whether it changed
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public boolean replan(UUID contactId) {
		return this.replanning.again(get(contactId));
	}

	/**
	 * Keeps who carries a contact out.
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public void assignTo(UUID contactId, String agentId) {
		if (!this.store.assign(contactId, agentId)) {
			throw new ContactNotFound(contactId);
		}
	}

	/**
	 * Adds what came of an attempt. The same contact at the same moment is recorded once.
	 * @param agentId who tried, null when nobody did
	 * @param note what the agent wrote down; more than 4,000 characters are cut off
	 * @return how many attempts of the same case have gone unanswered so far: no answer
	 * or busy, not those that nobody made
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public int record(UUID contactId, ContactOutcome outcome, @Nullable String agentId, @Nullable String note,
			Instant at) {
		Instant moment = at.truncatedTo(ChronoUnit.MICROS);
		ContactStore.NewAttempt attempt = new ContactStore.NewAttempt(contactId, moment, outcome, agentId,
				cut(note, LONGEST_NOTE));
		int unanswered = this.store.insertAttempt(attempt)
			.orElseGet(() -> this.store.attempt(contactId, moment)
				.orElseThrow(() -> new ContactNotFound(contactId))
				.unanswered());
		this.store.markDone(contactId, agentId);
		return unanswered;
	}

	/**
	 * The contact with this id.
	 * @throws ContactNotFound when there is none
	 */
	public Contact get(UUID contactId) {
		return find(contactId).orElseThrow(() -> new ContactNotFound(contactId));
	}

	public Optional<Contact> find(UUID contactId) {
		return this.store.find(contactId);
	}

	/** All attempts of a case, the first one first. */
	public List<ContactAttempt> attemptsOf(UUID caseId) {
		return this.store.attemptsOf(caseId);
	}

	/**
	 * How many attempts of a case in a row nobody made, up to the latest.
	 */
	public int missedInARow(UUID caseId) {
		List<ContactAttempt> attempts = attemptsOf(caseId);
		int missed = 0;
		while (missed < attempts.size()
				&& attempts.get(attempts.size() - 1 - missed).outcome() == ContactOutcome.MISSED) {
			missed++;
		}
		return missed;
	}

	/**
	 * What forbids a planned contact to take place at this moment, its own plan aside.
	 * One that was made a few minutes ago, when nothing forbade it, is not refused.
	 * @return empty when nothing does
	 * @throws ContactNotFound when no contact has the id
	 */
	public List<RefusedSlot> refusalsNow(UUID contactId) {
		Instant now = now();
		SlotQuestion question = this.questions.about(get(contactId), now);
		List<RefusedSlot> refusals = SlotPolicies.forbidding(question, now);
		return SlotPolicies.forbidding(question, now.minus(this.settings.talk().amount())).isEmpty() ? List.of()
				: refusals;
	}

	/**
	 * Answers whether a customer may be contacted at this very moment, by somebody who is
	 * there to do it.
	 */
	public ContactPermission now(UUID customerId, ContactPurpose purpose, ContactChannel channel) {
		Instant now = now();
		SlotQuestion question = this.questions.about(imagined(customerId, purpose, channel), now);
		List<RefusedSlot> refused = SlotPolicies.forbidding(question, now);
		return new ContactPermission(now, refused, SlotPolicies.unfulfilled(question, now), decide(question, now));
	}

	/**
	 * Takes on a contact that no case planned, at this very moment. It counts against
	 * quotas from now on, so that of two who want the same at once only one may.
	 * @param agentId who makes it
	 * @return the contact, to be made and recorded within minutes
	 * @throws ContactRefused when a rule forbids it
	 */
	@Transactional
	public Contact takeOn(NewContact wanted, String agentId) {
		Instant now = now();
		Contact planned = Contact.planned(wanted);
		SlotQuestions.Asked asked = this.questions.lockedFor(planned, now);
		if (!this.store.insert(planned, now)) {
			return get(wanted.id());
		}
		Instant until = now.plus(this.settings.talk().amount());
		List<RefusedSlot> refused = SlotPolicies.forbidding(asked.question(), now, until);
		if (!refused.isEmpty()) {
			throw new ContactRefused(new ContactPermission(now, refused, List.of(), decide(asked.question(), now)));
		}
		SlotDecision decision = new SlotDecision(Optional.of(new ContactSlot(now, until, until)), List.of(),
				SlotPolicies.unfulfilled(asked.question(), now));
		this.store.saveDecision(wanted.id(), asked.quotaKey(), decision);
		this.store.taken(wanted.id(), agentId);
		return get(wanted.id());
	}

	/**
	 * Keeps what came of a contact that was taken on.
	 * @return the outcome on record: the first one that was told
	 * @throws FieldRefused when the contact belongs to a case, whose task it is
	 */
	@Transactional
	ContactOutcome recordTaken(UUID contactId, ContactOutcome outcome, String agentId, @Nullable String note) {
		Contact contact = get(contactId);
		if (!this.store.isTaken(contactId)) {
			throw FieldRefused.conflict("contactId",
					"Lần liên hệ này thuộc một hồ sơ: hãy ghi kết quả trong công việc.");
		}
		Optional<ContactAttempt> known = attemptsOf(contactId).stream().findFirst();
		if (known.isPresent()) {
			return known.get().outcome();
		}
		Instant now = now();
		record(contactId, outcome, agentId, note, now);
		this.events.publishEvent(
				new ContactMade(contactId, contact.customerId(), contact.channel(), outcome, agentId, note, now));
		return outcome;
	}

	/**
	 * Keeps that a customer refuses a purpose, a channel, or one by the other; planned
	 * contacts that this forbids are given up.
	 * @param purpose to what, null for everything
	 * @param channel by which channel, null for all
	 * @param agentId who recorded it, null when nobody did
	 * @return its id; the same no twice is one
	 */
	@Transactional
	public UUID optOut(UUID customerId, @Nullable ContactPurpose purpose, @Nullable ContactChannel channel,
			String reason, @Nullable String agentId) {
		this.questions.requireKnown(customerId);
		UUID id = this.wishes.optOut(customerId, new CustomerWishes.OptOut(purpose, channel), reason, agentId);
		replan(Replan.of(customerId));
		return id;
	}

	/**
	 * Takes back a customer's no.
	 * @return false when there is none, or it was taken back before
	 */
	@Transactional
	public boolean withdrawOptOut(UUID customerId, UUID optOutId) {
		return this.wishes.withdraw(customerId, optOutId);
	}

	List<ContactWishes.KnownOptOut> optOutsOf(UUID customerId) {
		this.questions.requireKnown(customerId);
		return this.wishes.optOutsOf(customerId);
	}

	/** Puts these hours in the place of those that the customer told us before. */
	@Transactional
	void prefer(UUID customerId, List<PreferredHours> hours) {
		this.questions.requireKnown(customerId);
		this.wishes.prefer(customerId, hours);
	}

	List<PreferredHours> preferredHoursOf(UUID customerId) {
		return this.wishes.of(customerId).preferred();
	}

	/**
	 * Gives a contact up; one that is done or cancelled stays as it is.
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public void cancel(UUID contactId, String reason) {
		if (this.store.cancel(contactId, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))) == 0) {
			get(contactId);
		}
	}

	/**
	 * Gives up all contacts of a case that are not done.
	 * @return how many
	 */
	@Transactional
	public int cancelOpenOf(UUID caseId, String reason) {
		return this.store.cancelOpenOf(caseId, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
	}

	private SlotDecision decide(SlotQuestion question, Instant from) {
		return new SlotFinder(question, from, this.settings.horizon().amount())
			.find(new SlotFinder.Reminder(this.settings.reminder(), this.questions.calendar()));
	}

	private static Contact imagined(UUID customerId, ContactPurpose purpose, ContactChannel channel) {
		return Contact
			.planned(new NewContact(UUID.randomUUID(), customerId, null, purpose, channel, ContactReason.AD_HOC));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static @Nullable String cut(@Nullable String text, int length) {
		return (text != null && text.length() > length) ? text.substring(0, length) : text;
	}

}
