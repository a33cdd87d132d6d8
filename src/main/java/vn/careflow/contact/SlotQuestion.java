package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
 * @param windows the rules of hours for this purpose and channel, of all times
 * @param quotas the quotas for this purpose and channel, of all times
 * @param uses other contacts to the same number that quotas count
 * @param workingHours when the person works who carries it out, null when none is needed
 * @param shortest how much time must be left when a slot begins
 * @param preferenceWorth how long a contact waits for the customer's preferred hours
 */
record SlotQuestion(ContactPurpose purpose, ContactChannel channel, CustomerFacts customer, List<WindowRule> windows,
		List<QuotaRule> quotas, List<NumberUse> uses, @Nullable BusinessCalendar workingHours, Duration shortest,
		Duration preferenceWorth) {

	ZoneId zone() {
		return this.customer.zone();
	}

	ZonedDateTime local(Instant at) {
		return at.atZone(zone());
	}

	Instant at(LocalDate day, LocalTime time) {
		return LocalDateTime.of(day, time).atZone(zone()).toInstant();
	}

	List<WindowRule> windowsOn(LocalDate day, WindowRule.Strength strength) {
		return this.windows.stream()
			.filter((rule) -> rule.strength() == strength && rule.holds(this.purpose, this.channel, day))
			.toList();
	}

	/**
	 * Until when on its day a contact that may begin at a moment may be carried out: the
	 * end of the hours, and of the working day, that the moment lies in.
	 */
	Instant dueAt(Instant at) {
		LocalDate day = local(at).toLocalDate();
		Instant end = windowsOn(day, WindowRule.Strength.PERMIT).stream()
			.map((rule) -> endOf(rule, day))
			.min(Instant::compareTo)
			.orElse(at);
		boolean atWork = this.workingHours != null && end.isAfter(at) && this.workingHours.isOpen(at);
		return atWork ? this.workingHours.lastOpenBefore(end) : end;
	}

	Instant endOf(WindowRule rule, LocalDate day) {
		return LocalTime.MIDNIGHT.equals(rule.hours().to()) ? at(day.plusDays(1), LocalTime.MIDNIGHT)
				: at(day, rule.hours().to());
	}

}
