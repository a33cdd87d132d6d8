package vn.careflow.contact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.calendar.TimeRange;
import vn.careflow.contact.SlotQuestion.Limits;
import vn.careflow.contact.SlotQuestion.Rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.careflow.contact.FactsFixture.aCustomer;

/**
 * Holds the search for slots against a judge that knows no policies and no next moments:
 * it goes through the time minute by minute and asks the rules themselves. Everything
 * lies on whole minutes, so that no slot falls between two of them. A failure names its
 * seed.
 */
class SlotLawsTests {

	private static final int WORLDS = 1_500;

	private static final Duration HORIZON = Duration.ofDays(5);

	private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Ho_Chi_Minh"), ZoneId.of("Europe/Berlin"),
			ZoneId.of("America/New_York"), ZoneId.of("UTC"));

	/** Days around which clocks change, rules change and nothing happens. */
	private static final List<LocalDate> DAYS = List.of(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 27),
			LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 30), LocalDate.of(2026, 12, 30));

	@Test
	void findsTheCheapestMomentThatNoBindingRuleRefuses() {
		int found = 0;
		for (long seed = 1; seed <= WORLDS; seed++) {
			World world = new World(new Random(seed));

			SlotDecision decision = new SlotFinder(world.question, world.notBefore, HORIZON)
				.find(new SlotFinder.Reminder(CareDuration.parse("PT30M"), world.always));

			Best best = world.bestMinute();
			assertThat(decision.slot().map(ContactSlot::at).orElse(null)).as("seed %d: %s", seed, world.question)
				.isEqualTo(best.at());
			found += (best.at() != null) ? 1 : 0;
		}
		assertThat(found).as("worlds with a slot").isBetween(WORLDS / 3, WORLDS - WORLDS / 20);
	}

	@Test
	void explainsEachMinuteBeforeTheSlotAndRefusesNoneThatIsPermitted() {
		for (long seed = 1; seed <= 300; seed++) {
			World world = new World(new Random(seed));
			Instant end = world.notBefore.plus(Duration.ofHours(30));

			List<RefusedSlot> refusals = new RefusedStretches(world.question, world.notBefore, end).find();

			for (Instant at = world.notBefore; at.isBefore(end); at = at.plusSeconds(60)) {
				Instant moment = at;
				boolean refused = refusals.stream()
					.filter(SlotLawsTests::isHours)
					.anyMatch((slot) -> covers(slot, moment));
				assertThat(refused).as("seed %d at %s", seed, moment).isEqualTo(!world.areHoursOpen(moment));
			}
		}
	}

	private static boolean isHours(RefusedSlot slot) {
		return slot.binding() && (slot.rule().startsWith("PERMIT") || slot.rule().equals("NO_HOURS")
				|| slot.rule().equals("WORKING_HOURS"));
	}

	private static boolean covers(RefusedSlot slot, Instant moment) {
		Instant until = slot.until();
		return !slot.from().isAfter(moment) && (until == null || moment.isBefore(until));
	}

	private record Best(@Nullable Instant at, Duration cost) {
	}

	/** One customer with rules, contacts and wishes, all by chance. */
	private static final class World {

		private final Random random;

		private final ZoneId zone;

		private final LocalDate day;

		private final BusinessCalendar always;

		private final SlotQuestion question;

		private final Instant notBefore;

		World(Random random) {
			this.random = random;
			this.zone = pick(ZONES);
			this.day = pick(DAYS);
			this.always = BusinessCalendar.named("always", this.zone)
				.open(EnumSet.allOf(DayOfWeek.class), "00:00", "24:00")
				.build();
			this.notBefore = this.day.atTime(random.nextInt(24), random.nextInt(60)).atZone(this.zone).toInstant();
			this.question = question();
		}

		private SlotQuestion question() {
			ContactPurpose purpose = pick(List.of(ContactPurpose.values()));
			ContactChannel channel = pick(List.of(ContactChannel.values()));
			FactsFixture customer = aCustomer().livingIn(this.zone.getId());
			customer = chance(20) ? customer.refusingAdvertising() : customer;
			customer = chance(20) ? customer.notToBeCalled() : customer;
			customer = chance(20) ? customer.withoutPhone() : customer;
			Rules rules = new Rules(windows(purpose, channel), quotas(purpose, channel), buffers(purpose));
			return new SlotQuestion(purpose, channel, customer.facts(), wishes(purpose, channel),
					chance(20) && purpose == ContactPurpose.ADVERTISING && channel.needsNumber(), rules, uses(), uses(),
					chance(2) ? shop() : null,
					new Limits(Duration.ofMinutes(this.random.nextInt(30)), Duration.ofHours(this.random.nextInt(80))),
					null);
		}

		private List<WindowRule> windows(ContactPurpose purpose, ContactChannel channel) {
			List<WindowRule> rules = new ArrayList<>();
			for (int i = chance(20) ? 0 : 1 + this.random.nextInt(2); i > 0; i--) {
				rules.add(window("PERMIT" + i, purpose, channel, WindowRule.Strength.PERMIT, 5));
			}
			for (int i = this.random.nextInt(4); i > 0; i--) {
				rules.add(window("AVOID" + i, purpose, channel, WindowRule.Strength.AVOID, 1));
			}
			return rules;
		}

		private WindowRule window(String code, ContactPurpose purpose, ContactChannel channel,
				WindowRule.Strength strength, int shortestHours) {
			int opens = this.random.nextInt(24 * 60 - shortestHours * 60);
			int closes = opens + shortestHours * 60 + this.random.nextInt(24 * 60 - opens - shortestHours * 60 + 1);
			LocalDate from = chance(5) ? this.day.plusDays(this.random.nextInt(3)) : this.day.minusYears(1);
			LocalDate to = chance(5) ? from.plusDays(1 + this.random.nextInt(3)) : null;
			return new WindowRule(code, purpose, channel, strength, TimeRange.of(text(opens), text(closes)),
					Duration.ofMinutes(this.random.nextInt(600)), "Giờ", "Luật", from, to);
		}

		private List<QuotaRule> quotas(ContactPurpose purpose, ContactChannel channel) {
			List<QuotaRule> quotas = new ArrayList<>();
			for (int i = this.random.nextInt(3); i > 0; i--) {
				LocalDate to = chance(4) ? this.day.plusDays(1 + this.random.nextInt(3)) : null;
				quotas.add(new QuotaRule("QUOTA" + i, purpose, channel, 1 + this.random.nextInt(3),
						Duration.ofHours(1 + this.random.nextInt(48)), "Số lần", "Luật", this.day.minusYears(1), to));
			}
			return quotas;
		}

		private List<BufferRule> buffers(ContactPurpose purpose) {
			return chance(2) ? List.of()
					: List.of(new BufferRule("BUFFER", purpose, Duration.ofMinutes(1 + this.random.nextInt(400)),
							"Khoảng nghỉ", "Nội bộ", this.day.minusYears(1), null));
		}

		private List<NumberUse> uses() {
			List<NumberUse> uses = new ArrayList<>();
			for (int i = this.random.nextInt(4); i > 0; i--) {
				Instant from = this.notBefore.plus(Duration.ofMinutes(this.random.nextInt(5 * 1440) - 2 * 1440));
				uses.add(new NumberUse(from,
						chance(2) ? from : from.plus(Duration.ofMinutes(this.random.nextInt(500)))));
			}
			return uses;
		}

		private CustomerWishes wishes(ContactPurpose purpose, ContactChannel channel) {
			List<CustomerWishes.OptOut> optOuts = chance(12)
					? List.of(new CustomerWishes.OptOut(chance(2) ? purpose : null, chance(2) ? channel : null))
					: List.of();
			List<PreferredHours> hours = new ArrayList<>();
			for (int i = chance(2) ? 0 : this.random.nextInt(4); i > 0; i--) {
				hours.add(new PreferredHours(chance(2) ? channel : null,
						chance(2) ? pick(List.of(DayOfWeek.values())) : null,
						LocalTime.of(this.random.nextInt(12) + 4, this.random.nextInt(60)),
						LocalTime.of(17 + this.random.nextInt(6), this.random.nextInt(60))));
			}
			return new CustomerWishes(optOuts, hours);
		}

		private BusinessCalendar shop() {
			return BusinessCalendar.named("shop", this.zone)
				.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), "08:00", "12:00")
				.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "13:30", "18:00")
				.build();
		}

		/** The judge: minute by minute, the first of the cheapest. */
		Best bestMinute() {
			Instant firstPermitted = null;
			Best best = new Best(null, Duration.ZERO);
			if (isRefusedForGood()) {
				return best;
			}
			for (Instant at = this.notBefore; at.isBefore(this.notBefore.plus(HORIZON)); at = at.plusSeconds(60)) {
				if (!isPermitted(at)) {
					continue;
				}
				firstPermitted = (firstPermitted != null) ? firstPermitted : at;
				Duration cost = Duration.between(firstPermitted, at).plus(brokenWishes(at));
				if (best.at() == null || cost.compareTo(best.cost()) < 0) {
					best = new Best(at, cost);
				}
			}
			return best;
		}

		private boolean isRefusedForGood() {
			ContactChannel channel = this.question.channel();
			boolean number = channel == ContactChannel.CALL || channel == ContactChannel.SMS;
			return switch (this.question.purpose()) {
				case ADVERTISING ->
					(number && (this.question.customer().phone() == null || this.question.customer().doNotCall()
							|| this.question.registered())) || !this.question.customer().advertisingConsent()
							|| !this.question.wishes().optOuts().isEmpty();
				case SERVICE -> (number && this.question.customer().phone() == null)
						|| (channel == ContactChannel.CALL && this.question.customer().doNotCall())
						|| !this.question.wishes().optOuts().isEmpty();
				case REPLY ->
					(number && this.question.customer().phone() == null) || !this.question.wishes().optOuts().isEmpty();
			};
		}

		private boolean isPermitted(Instant at) {
			Instant due = due(at);
			return areHoursOpen(at) && Duration.between(at, due).compareTo(this.question.limits().shortest()) >= 0
					&& this.question.rules()
						.quotas()
						.stream()
						.filter((rule) -> holds(rule.validFrom(), rule.validTo(), at))
						.allMatch((rule) -> isFree(rule.atMost(), rule.within(), this.question.uses(), at, due))
					&& this.question.rules()
						.buffers()
						.stream()
						.allMatch((rule) -> isFree(1, rule.gap(), this.question.others(), at, due));
		}

		boolean areHoursOpen(Instant at) {
			List<WindowRule> permits = rules(at, WindowRule.Strength.PERMIT);
			return !permits.isEmpty() && permits.stream().allMatch((rule) -> isIn(rule, at))
					&& (this.question.workingHours() == null || this.question.workingHours().isOpen(at));
		}

		private List<WindowRule> rules(Instant at, WindowRule.Strength strength) {
			return this.question.rules()
				.windows()
				.stream()
				.filter((rule) -> rule.strength() == strength && holds(rule.validFrom(), rule.validTo(), at))
				.toList();
		}

		private boolean holds(LocalDate from, @Nullable LocalDate to, Instant at) {
			LocalDate local = at.atZone(this.zone).toLocalDate();
			return !local.isBefore(from) && (to == null || local.isBefore(to));
		}

		/**
		 * On the clock of the customer; where it shows a time twice, only what both mean.
		 */
		private boolean isIn(WindowRule rule, Instant at) {
			LocalDate local = at.atZone(this.zone).toLocalDate();
			List<Instant> starts = moments(local.atTime(rule.hours().from()));
			List<Instant> ends = rule.hours().to().equals(LocalTime.MIDNIGHT)
					? moments(local.plusDays(1).atStartOfDay()) : moments(local.atTime(rule.hours().to()));
			return !at.isBefore(starts.get(starts.size() - 1)) && at.isBefore(ends.get(0));
		}

		/**
		 * When the clock shows a time: once, twice, or at the moment it leaps over it.
		 */
		private List<Instant> moments(LocalDateTime local) {
			List<Instant> shown = this.zone.getRules()
				.getValidOffsets(local)
				.stream()
				.map((offset) -> local.toInstant(offset))
				.sorted()
				.toList();
			return shown.isEmpty() ? List.of(this.zone.getRules().getTransition(local).getInstant()) : shown;
		}

		/** The end of the last open minute of the day's hours. */
		private Instant due(Instant at) {
			LocalDate local = at.atZone(this.zone).toLocalDate();
			Instant end = rules(at, WindowRule.Strength.PERMIT).stream()
				.map((rule) -> rule.hours().to().equals(LocalTime.MIDNIGHT) ? moments(local.plusDays(1).atStartOfDay())
						: moments(local.atTime(rule.hours().to())))
				.map((moments) -> moments.get(0))
				.min(Instant::compareTo)
				.orElse(at);
			BusinessCalendar shop = this.question.workingHours();
			while (shop != null && end.isAfter(at) && !shop.isOpen(end.minusSeconds(60))) {
				end = end.minusSeconds(60);
			}
			return end;
		}

		/**
		 * Tries each place of the new contact, and each stretch around it, by the minute.
		 */
		private static boolean isFree(int atMost, Duration within, List<NumberUse> uses, Instant at, Instant due) {
			return Stream.concat(Stream.of(at, due), uses.stream().flatMap((use) -> Stream.of(use.from(), use.to())))
				.flatMap((edge) -> Stream.of(edge.minus(within).plusNanos(1), edge))
				.filter((start) -> start.plus(within).isAfter(at) && !start.isAfter(due))
				.noneMatch((start) -> uses.stream()
					.filter((use) -> use.from().isBefore(start.plus(within)) && !use.to().isBefore(start))
					.count() >= atMost);
		}

		private Duration brokenWishes(Instant at) {
			List<PreferredHours> own = this.question.wishes()
				.preferred()
				.stream()
				.filter((hours) -> hours.channel() == this.question.channel())
				.toList();
			List<PreferredHours> told = own.isEmpty() ? this.question.wishes().preferred() : own;
			LocalDateTime local = at.atZone(this.zone).toLocalDateTime();
			boolean preferred = told.stream()
				.anyMatch((hours) -> (hours.weekday() == null || hours.weekday() == local.getDayOfWeek())
						&& !local.toLocalTime().isBefore(hours.from()) && local.toLocalTime().isBefore(hours.to()));
			if (preferred) {
				return Duration.ZERO;
			}
			Duration wish = told.isEmpty() ? Duration.ZERO : this.question.limits().preferenceWorth();
			return rules(at, WindowRule.Strength.AVOID).stream()
				.filter((rule) -> isIn(rule, at))
				.map(WindowRule::worth)
				.reduce(wish, Duration::plus);
		}

		private boolean chance(int in) {
			return this.random.nextInt(in) == 0;
		}

		private <T> T pick(List<T> choices) {
			return choices.get(this.random.nextInt(choices.size()));
		}

		private static String text(int minute) {
			return (minute >= 24 * 60) ? "24:00" : "%02d:%02d".formatted(minute / 60, minute % 60);
		}

	}

}
