package vn.careflow.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Serves whoever plans many contacts at once: which there are, when each may begin by the
 * same policies that find a single contact its slot, and moves them one by one.
 */
@Service
public class PlannableContacts {

	private static final List<SlotPolicy> BINDING = SlotPolicies.BINDING_IN_ORDER.stream()
		.flatMap(List::stream)
		.toList();

	private final ContactStore store;

	private final SlotQuestions questions;

	private final ContactSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PlannableContacts(ContactStore store, SlotQuestions questions, ContactSettings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.questions = questions;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps whose a contact is: the team's, and the person's who carries it out, if there
	 * is one already.
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public void offerTo(UUID contactId, String teamId, @Nullable String agentId) {
		if (!this.store.offer(contactId, teamId, agentId)) {
			throw new ContactNotFound(contactId);
		}
	}

	/**
	 * The contacts of a team whose slot is still to come, the earliest first.
	 * @param teamId the team; a contact that nobody gave to a team belongs to that of its
	 * agent
	 * @param memberIds the user ids of the team's people
	 * @param from no slot before this moment
	 * @param until no slot from this moment on
	 */
	public List<Contact> ofTeam(String teamId, Collection<String> memberIds, Instant from, Instant until) {
		return this.store.scheduledOfTeam(teamId, memberIds, from, until);
	}

	/**
	 * All contacts of people whose slot lies in a stretch of time, of whichever team.
	 */
	public List<Contact> ofAgents(Collection<String> agentIds, Instant from, Instant until) {
		return this.store.scheduledOfAgents(agentIds, from, until);
	}

	/**
	 * Judges when contacts that are planned together may begin. Their slots do not count
	 * against each other: instead each comes with the limits that bind it together with
	 * the others.
	 */
	public List<PlannableContact> judge(Collection<Wish> wishes) {
		List<Question> together = wishes.stream().map(this::question).toList();
		return together.stream().map((question) -> judge(question, together)).toList();
	}

	private Question question(Wish wish) {
		Instant first = wish.moments()
			.stream()
			.min(Instant::compareTo)
			.orElseGet(() -> this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		return new Question(wish, this.questions.about(wish.contact(), first));
	}

	private static PlannableContact judge(Question question, List<Question> together) {
		SlotQuestion alone = question.without(together);
		List<ContactMoment> moments = new ArrayList<>();
		List<RefusedSlot> refused = new ArrayList<>();
		for (Instant at : new TreeSet<>(question.wish().moments())) {
			List<Refusal> binding = refusals(BINDING, alone, at);
			Instant dueAt = alone.dueAt(at);
			if (binding.isEmpty() && !dueAt.isBefore(at.plus(question.wish().length()))) {
				moments.add(new ContactMoment(at, dueAt, wishes(alone, at)));
			}
			binding.forEach((refusal) -> note(refusal.from(at), refused));
		}
		return new PlannableContact(question.contact(), alone.customer().language(), List.copyOf(moments),
				List.copyOf(refused), Set.of(question.numberKey(), question.customerKey()), question.limits());
	}

	/**
	 * Gives a contact that waits for its slot another time and another person, if every
	 * rule about contacts that binds permits it at this moment, and publishes
	 * {@link ContactReplanned} and {@link ContactMoved}.
	 * @param at when it shall begin, in the future
	 * @param agentId who shall carry it out
	 * @return its times, or the rules that refuse them; nothing is changed then
	 * @throws ContactNotFound when no contact has the id
	 */
	@Transactional
	public MovedContact move(UUID contactId, Instant at, String agentId) {
		Contact contact = this.store.find(contactId).orElseThrow(() -> new ContactNotFound(contactId));
		Instant moment = at.truncatedTo(ChronoUnit.MICROS);
		SlotQuestions.Asked asked = this.questions.lockedFor(contact, moment);
		List<Refusal> binding = refusals(BINDING, asked.question(), moment);
		if (!binding.isEmpty()) {
			return new MovedContact(Optional.empty(), binding.stream().map((refusal) -> refusal.from(moment)).toList());
		}
		ContactSlot slot = new ContactSlot(moment, asked.question().dueAt(moment),
				this.questions.calendar().add(moment, this.settings.reminder()));
		List<RefusedSlot> broken = refusals(SlotPolicies.WEIGHED, asked.question(), moment).stream()
			.map((refusal) -> refusal.from(moment))
			.toList();
		this.store.saveDecision(contactId, asked.quotaKey(),
				new SlotDecision(Optional.of(slot), contact.refused(), broken));
		this.store.assign(contactId, agentId);
		this.events.publishEvent(new ContactReplanned(contactId, contact.customerId(), slot));
		this.events.publishEvent(new ContactMoved(contactId, slot, agentId));
		return new MovedContact(Optional.of(slot), List.of());
	}

	private static List<ContactMoment.BrokenWish> wishes(SlotQuestion question, Instant at) {
		return refusals(SlotPolicies.WEIGHED, question, at).stream()
			.map((refusal) -> new ContactMoment.BrokenWish(refusal.rule(), refusal.reason(),
					Objects.requireNonNullElse(refusal.worth(), Duration.ZERO).toMinutes()))
			.toList();
	}

	private static List<Refusal> refusals(List<SlotPolicy> policies, SlotQuestion question, Instant at) {
		return policies.stream().flatMap((policy) -> policy.judge(question, at)).toList();
	}

	/** What one rule refuses until one moment is told once. */
	private static void note(RefusedSlot slot, List<RefusedSlot> refused) {
		boolean known = refused.stream()
			.anyMatch((other) -> other.rule().equals(slot.rule()) && other.reason().equals(slot.reason())
					&& Objects.equals(other.until(), slot.until()));
		if (!known) {
			refused.add(slot);
		}
	}

	/**
	 * A contact for which moments are wanted.
	 *
	 * @param contact the contact
	 * @param moments when it could begin
	 * @param length how long it takes: where it would not be over in time it may not
	 * begin
	 */
	public record Wish(Contact contact, Collection<Instant> moments, Duration length) {
	}

	/**
	 * A wish with all that policies know about it.
	 */
	private record Question(Wish wish, SlotQuestion asked) {

		Contact contact() {
			return this.wish.contact();
		}

		String customerKey() {
			return "customer/" + contact().customerId();
		}

		String numberKey() {
			return contact().purpose() + "/" + contact().channel() + "/"
					+ SlotQuestions.quotaKey(contact(), this.asked.customer());
		}

		List<SharedLimit> limits() {
			LocalDate first = this.asked
				.dayOf(this.wish.moments().stream().min(Instant::compareTo).orElse(Instant.EPOCH));
			Stream<SharedLimit> quotas = this.asked.rules()
				.quotas()
				.stream()
				.filter((quota) -> quota.validTo() == null || quota.validTo().isAfter(first))
				.map((quota) -> new SharedLimit(numberKey(), quota.atMost(), quota.within(), quota.label()));
			Stream<SharedLimit> buffers = this.asked.rules()
				.buffers()
				.stream()
				.filter((buffer) -> buffer.validTo() == null || buffer.validTo().isAfter(first))
				.map((buffer) -> new SharedLimit(customerKey(), 1, buffer.gap(), buffer.label()));
			return Stream.concat(quotas, buffers).distinct().toList();
		}

		/** The same, as if the other contacts had no slot. */
		SlotQuestion without(List<Question> others) {
			List<NumberUse> uses = new ArrayList<>(this.asked.uses());
			List<NumberUse> ofCustomer = new ArrayList<>(this.asked.others());
			for (Question other : others) {
				ContactSlot slot = other.contact().slot();
				if (slot != null && !other.contact().id().equals(contact().id())) {
					NumberUse use = new NumberUse(slot.at(), slot.dueAt());
					if (other.numberKey().equals(numberKey())) {
						uses.remove(use);
					}
					if (other.customerKey().equals(customerKey())) {
						ofCustomer.remove(use);
					}
				}
			}
			return new SlotQuestion(this.asked.purpose(), this.asked.channel(), this.asked.customer(),
					this.asked.wishes(), this.asked.registered(), this.asked.rules(), uses, ofCustomer,
					this.asked.workingHours(), this.asked.limits(), this.asked.end());
		}

	}

}
