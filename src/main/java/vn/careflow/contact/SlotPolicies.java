package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.NeverOpenException;
import vn.careflow.customer.CustomerFacts;

/**
 * The whole rule book about when customers may be contacted. The first list binds; the
 * second is weighed against waiting.
 */
final class SlotPolicies {

	static final SlotPolicy REACHABLE = (question, at) -> {
		boolean unreachable = question.channel().needsNumber() && question.customer().phone() == null;
		return refuseIf(unreachable, () -> Refusal.forGood("NO_NUMBER", "Khách hàng chưa có số điện thoại."));
	};

	static final SlotPolicy DO_NOT_CALL = (question, at) -> {
		boolean listed = question.customer().doNotCall() && switch (question.channel()) {
			case CALL -> question.purpose() != ContactPurpose.REPLY;
			case SMS -> question.purpose() == ContactPurpose.ADVERTISING;
			default -> false;
		};
		return refuseIf(listed, () -> Refusal.forGood("DO_NOT_CALL", "Khách hàng nằm trong danh sách không gọi."));
	};

	static final SlotPolicy CONSENT = (question, at) -> {
		boolean given = switch (question.purpose()) {
			case ADVERTISING -> question.customer().advertisingConsent();
			case SERVICE -> question.customer().serviceConsent();
			case REPLY -> true;
		};
		return refuseIf(!given, () -> Refusal.forGood("CONSENT", (question.purpose() == ContactPurpose.ADVERTISING)
				? "Khách hàng không đồng ý nhận quảng cáo." : "Khách hàng không đồng ý được chăm sóc."));
	};

	static final SlotPolicy PERMITTED_HOURS = (question, at) -> {
		ZonedDateTime local = question.local(at);
		List<WindowRule> rules = question.windowsOn(local.toLocalDate(), WindowRule.Strength.PERMIT);
		if (rules.isEmpty()) {
			return Stream.of(Refusal.binding("NO_HOURS", "Chưa có quy định giờ cho mục đích và kênh này.",
					startOfNextDay(question, local)));
		}
		return rules.stream()
			.filter((rule) -> !rule.hours().contains(local.toLocalTime()))
			.map((rule) -> Refusal.binding(rule.code(),
					rule.label() + ": chỉ trong khoảng " + rule.hours() + " (" + rule.source() + ").",
					nextStart(question, rule, local)));
	};

	static final SlotPolicy WORKING_HOURS = (question, at) -> {
		BusinessCalendar calendar = question.workingHours();
		if (calendar == null || calendar.isOpen(at)) {
			return Stream.empty();
		}
		Optional<Instant> open = nextOpen(calendar, at);
		String why = open.flatMap((until) -> exceptionBetween(calendar, at, until))
			.map((name) -> " (" + name + ")")
			.orElse("");
		return Stream
			.of(new Refusal("WORKING_HOURS", "Ngoài giờ làm việc của nhân viên" + why + ".", open.orElse(null), null));
	};

	static final SlotPolicy QUOTA = (question, at) -> {
		LocalDate day = question.local(at).toLocalDate();
		return question.quotas()
			.stream()
			.filter((quota) -> quota.holds(question.purpose(), question.channel(), day))
			.flatMap((quota) -> Quota.of(quota, question.uses())
				.freeFrom(at, question.dueAt(at))
				.stream()
				.map((until) -> Refusal.binding("QUOTA",
						"Tối đa " + quota.atMost() + " lần quảng cáo qua kênh này tới một số trong "
								+ quota.within().toHours() + " giờ (" + quota.source() + ").",
						until)));
	};

	static final SlotPolicy ENOUGH_TIME = (question, at) -> {
		Instant due = question.dueAt(at);
		boolean late = due.isAfter(at) && Duration.between(at, due).compareTo(question.shortest()) < 0;
		return refuseIf(late, () -> Refusal.binding("ENOUGH_TIME",
				"Còn chưa đến " + question.shortest().toMinutes() + " phút trước khi hết giờ.", due));
	};

	static final SlotPolicy PREFERRED_HOURS = (question, at) -> {
		LocalTime from = question.customer().preferredFrom();
		LocalTime to = question.customer().preferredTo();
		if (from == null || to == null || isPreferred(question.customer(), question.local(at).toLocalTime())) {
			return Stream.empty();
		}
		return Stream
			.of(new Refusal("PREFERRED_HOURS", "Khách hàng muốn được liên hệ trong khoảng " + from + "–" + to + ".",
					next(question, question.local(at), from), question.preferenceWorth()));
	};

	static final SlotPolicy QUIET_HOURS = (question, at) -> {
		ZonedDateTime local = question.local(at);
		if (isPreferred(question.customer(), local.toLocalTime())) {
			return Stream.empty();
		}
		return question.windowsOn(local.toLocalDate(), WindowRule.Strength.AVOID)
			.stream()
			.filter((rule) -> rule.hours().contains(local.toLocalTime()))
			.map((rule) -> new Refusal(rule.code(),
					"Tránh " + lowerFirst(rule.label()) + " " + rule.hours() + " (" + rule.source() + ").",
					question.endOf(rule, local.toLocalDate()), rule.worth()));
	};

	/** What binds, the reasons that never end first. */
	static final List<SlotPolicy> BINDING = List.of(REACHABLE, DO_NOT_CALL, CONSENT, PERMITTED_HOURS, WORKING_HOURS,
			ENOUGH_TIME, QUOTA);

	/**
	 * What is weighed. Within the customer's preferred hours the quiet hours do not
	 * count.
	 */
	static final List<SlotPolicy> WEIGHED = List.of(PREFERRED_HOURS, QUIET_HOURS);

	private SlotPolicies() {
	}

	private static Stream<Refusal> refuseIf(boolean condition, Supplier<Refusal> refusal) {
		return condition ? Stream.of(refusal.get()) : Stream.empty();
	}

	private static boolean isPreferred(CustomerFacts customer, LocalTime time) {
		LocalTime from = customer.preferredFrom();
		LocalTime to = customer.preferredTo();
		if (from == null || to == null) {
			return false;
		}
		return from.isBefore(to) ? !time.isBefore(from) && time.isBefore(to)
				: !time.isBefore(from) || time.isBefore(to);
	}

	private static Instant nextStart(SlotQuestion question, WindowRule rule, ZonedDateTime local) {
		return local.toLocalTime().isBefore(rule.hours().from()) ? question.at(local.toLocalDate(), rule.hours().from())
				: startOfNextDay(question, local);
	}

	private static Instant startOfNextDay(SlotQuestion question, ZonedDateTime local) {
		return question.at(local.toLocalDate().plusDays(1), LocalTime.MIDNIGHT);
	}

	private static Instant next(SlotQuestion question, ZonedDateTime local, LocalTime time) {
		Instant today = question.at(local.toLocalDate(), time);
		return today.isAfter(local.toInstant()) ? today : question.at(local.toLocalDate().plusDays(1), time);
	}

	private static Optional<Instant> nextOpen(BusinessCalendar calendar, Instant at) {
		try {
			return Optional.of(calendar.nextOpen(at));
		}
		catch (NeverOpenException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> exceptionBetween(BusinessCalendar calendar, Instant from, Instant to) {
		LocalDate end = to.atZone(calendar.zone()).toLocalDate();
		return from.atZone(calendar.zone())
			.toLocalDate()
			.datesUntil(end)
			.flatMap((day) -> calendar.exceptionOn(day).stream())
			.findFirst();
	}

	private static String lowerFirst(String label) {
		return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
	}

}
