package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.contact.SlotQuestion.Limits;
import vn.careflow.contact.SlotQuestion.Rules;
import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.Customers;
import vn.careflow.staff.WorkCalendars;

/**
 * Gathers what the policies need to judge times for a contact.
 */
@Component
class SlotQuestions {

	private final ContactStore store;

	private final ContactRules rules;

	private final ContactWishes wishes;

	private final AdvertisingRegister register;

	private final Customers customers;

	private final WorkCalendars calendars;

	private final ContactSettings settings;

	SlotQuestions(ContactStore store, ContactRules rules, ContactWishes wishes, AdvertisingRegister register,
			Customers customers, WorkCalendars calendars, ContactSettings settings) {
		this.store = store;
		this.rules = rules;
		this.wishes = wishes;
		this.register = register;
		this.customers = customers;
		this.calendars = calendars;
		this.settings = settings;
	}

	/**
	 * Holds whatever else could count against the same quotas and buffers until the
	 * transaction ends, and then gathers what has committed by then.
	 */
	Asked lockedFor(Contact contact, Instant from) {
		CustomerFacts customer = this.customers.facts(contact.customerId());
		String number = quotaKey(contact, customer);
		this.store.lock(new TreeSet<>(List.of(number, contact.customerId().toString())));
		return new Asked(number,
				question(contact, customer, number, this.rules.current(contact.purpose(), contact.channel()), from));
	}

	/** Gathers it without holding anybody up, for answers that plan nothing. */
	SlotQuestion about(Contact contact, Instant from) {
		CustomerFacts customer = this.customers.facts(contact.customerId());
		return question(contact, customer, quotaKey(contact, customer),
				this.rules.recent(contact.purpose(), contact.channel()), from);
	}

	/**
	 * Makes sure that there is such a customer.
	 * @throws vn.careflow.customer.CustomerNotFound when there is none
	 */
	void requireKnown(UUID customerId) {
		this.customers.facts(customerId);
	}

	BusinessCalendar calendar() {
		return this.calendars.named(this.settings.calendar());
	}

	private SlotQuestion question(Contact contact, CustomerFacts customer, String number, Rules rules, Instant from) {
		Duration memory = rules.memory();
		ContactStore.Uses uses = memory.isZero() ? new ContactStore.Uses(List.of(), List.of())
				: this.store.usesOf(number, contact, from.minus(memory));
		return new SlotQuestion(contact.purpose(), contact.channel(), customer, this.wishes.of(contact.customerId()),
				isRegistered(contact, customer), rules, uses.ofNumber(), uses.ofCustomer(),
				this.settings.calendarChannels().contains(contact.channel()) ? calendar() : null,
				new Limits(this.settings.shortest(), this.settings.preferenceWorth()), null);
	}

	private boolean isRegistered(Contact contact, CustomerFacts customer) {
		boolean concerned = contact.purpose() == ContactPurpose.ADVERTISING && contact.channel().needsNumber();
		return concerned && customer.phone() != null && this.register.lists(customer.phone());
	}

	static String quotaKey(Contact contact, CustomerFacts customer) {
		boolean byPhone = contact.channel() != ContactChannel.EMAIL && customer.phone() != null;
		return byPhone ? customer.phone() : contact.customerId().toString();
	}

	/**
	 * A question that nobody else can change the answer to before the transaction ends.
	 *
	 * @param quotaKey what quotas count by
	 * @param question what the policies judge
	 */
	record Asked(String quotaKey, SlotQuestion question) {
	}

}
