package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.customer.CustomerFacts;

/**
 * All that the policies know when they judge a time for a contact.
 *
 * @param purpose what the contact is for
 * @param channel how
 * @param customer whom
 * @param wishes what the customer told us beyond that
 * @param registered whether the number is on the register of those that forbid
 * advertising
 * @param rules the rules for this purpose and channel, of all times
 * @param uses other contacts to the same number that quotas count
 * @param others all other contacts with the customer, which buffers keep apart
 * @param workingHours when the person works who carries it out, null when none is needed
 * @param limits how the house plans
 * @param end when the contact is over at the latest, null for the end of the day's hours
 */
record SlotQuestion(ContactPurpose purpose, ContactChannel channel, CustomerFacts customer, CustomerWishes wishes,
		boolean registered, Rules rules, List<NumberUse> uses, List<NumberUse> others,
		@Nullable BusinessCalendar workingHours, Limits limits, @Nullable Instant end) {

	ZoneId zone() {
		return this.customer.zone();
	}

	ZonedDateTime local(Instant at) {
		return at.atZone(zone());
	}

	LocalDate dayOf(Instant at) {
		return local(at).toLocalDate();
	}

	/**
	 * The first moment of a day at which the clock shows a time, or a later one where the
	 * clock leaps over it.
	 */
	Instant at(LocalDate day, LocalTime time) {
		LocalDateTime local = LocalDateTime.of(day, time);
		ZoneOffsetTransition change = zone().getRules().getTransition(local);
		return (change != null && change.isGap()) ? change.getInstant() : local.atZone(zone()).toInstant();
	}

	/**
	 * From when a rule's hours hold on a day: where the clock shows their start twice,
	 * from the second time on, so that no moment counts that the rule may not mean.
	 */
	Instant startOf(WindowRule rule, LocalDate day) {
		LocalDateTime local = LocalDateTime.of(day, rule.hours().from());
		List<ZoneOffset> offsets = zone().getRules().getValidOffsets(local);
		return (offsets.size() > 1) ? local.toInstant(offsets.get(1)) : at(day, rule.hours().from());
	}

	Instant endOf(WindowRule rule, LocalDate day) {
		return LocalTime.MIDNIGHT.equals(rule.hours().to()) ? at(day.plusDays(1), LocalTime.MIDNIGHT)
				: at(day, rule.hours().to());
	}

	boolean isWithin(WindowRule rule, Instant at) {
		LocalDate day = dayOf(at);
		return !at.isBefore(startOf(rule, day)) && at.isBefore(endOf(rule, day));
	}

	List<WindowRule> windowsOn(LocalDate day, WindowRule.Strength strength) {
		return this.rules.windows()
			.stream()
			.filter((rule) -> rule.strength() == strength && rule.holds(this.purpose, this.channel, day))
			.toList();
	}

	/**
	 * Until when a contact that may begin at a moment may be carried out: the end that
	 * was asked for, else that of the hours, and of the working day, that the moment lies
	 * in.
	 */
	Instant dueAt(Instant at) {
		if (this.end != null) {
			return this.end;
		}
		LocalDate day = dayOf(at);
		Instant close = windowsOn(day, WindowRule.Strength.PERMIT).stream()
			.map((rule) -> endOf(rule, day))
			.min(Instant::compareTo)
			.orElse(at);
		boolean atWork = this.workingHours != null && close.isAfter(at) && this.workingHours.isOpen(at);
		return atWork ? this.workingHours.lastOpenBefore(close) : close;
	}

	List<PreferredHours> preferredHours() {
		List<PreferredHours> told = this.wishes.hoursFor(this.channel);
		LocalTime from = this.customer.preferredFrom();
		LocalTime to = this.customer.preferredTo();
		if (!told.isEmpty() || from == null || to == null) {
			return told;
		}
		return List.of(new PreferredHours(null, null, from, to));
	}

	boolean isPreferred(Instant at) {
		LocalDateTime local = local(at).toLocalDateTime();
		return preferredHours().stream().anyMatch((hours) -> hours.contain(local));
	}

	/** A question of the same customer about a contact with a fixed end. */
	SlotQuestion endingAt(Instant end) {
		return new SlotQuestion(this.purpose, this.channel, this.customer, this.wishes, this.registered, this.rules,
				this.uses, this.others, this.workingHours, this.limits, end);
	}

	/**
	 * The rules for one purpose and channel, of all times.
	 *
	 * @param windows the hours
	 * @param quotas how many contacts to a number
	 * @param buffers how far apart
	 */
	record Rules(List<WindowRule> windows, List<QuotaRule> quotas, List<BufferRule> buffers) {

		/** How far back contacts matter. */
		Duration memory() {
			Duration quota = this.quotas.stream().map(QuotaRule::within).max(Duration::compareTo).orElse(Duration.ZERO);
			Duration buffer = this.buffers.stream().map(BufferRule::gap).max(Duration::compareTo).orElse(Duration.ZERO);
			return (quota.compareTo(buffer) > 0) ? quota : buffer;
		}

	}

	/**
	 * How the house plans.
	 *
	 * @param shortest how much time must be left when a slot begins
	 * @param preferenceWorth how long a contact waits for the customer's preferred hours
	 */
	record Limits(Duration shortest, Duration preferenceWorth) {
	}

}
