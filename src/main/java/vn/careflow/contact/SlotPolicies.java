package vn.careflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.NeverOpenException;

/**
 * The whole rule book about when customers may be contacted. The first lists bind; the
 * last is weighed against waiting.
 */
final class SlotPolicies {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private static final String DECREE = "Nghị định 91/2020/NĐ-CP";

	/** The longest time between two days on which hours of a week begin. */
	private static final int DAYS_AHEAD = 8;

	static final SlotPolicy REACHABLE = (question, at) -> {
		boolean unreachable = question.channel().needsNumber() && question.customer().phone() == null;
		return refuseIf(unreachable,
				() -> Refusal.forGood("NO_NUMBER", "Chưa có số điện thoại", "Khách hàng chưa có số điện thoại.", null));
	};

	static final SlotPolicy DO_NOT_CALL = (question, at) -> {
		boolean listed = question.customer().doNotCall() && switch (question.channel()) {
			case CALL -> question.purpose() != ContactPurpose.REPLY;
			case SMS -> question.purpose() == ContactPurpose.ADVERTISING;
			default -> false;
		};
		return refuseIf(listed, () -> Refusal.forGood("DO_NOT_CALL", "Danh sách không gọi",
				"Khách hàng nằm trong danh sách không gọi.", "Yêu cầu của khách hàng"));
	};

	static final SlotPolicy REGISTER = (question, at) -> refuseIf(question.registered(),
			() -> Refusal.forGood("ADVERTISING_REGISTER", "Danh sách không quảng cáo",
					"Số điện thoại này nằm trong Danh sách không quảng cáo (" + DECREE + ", Điều 7).",
					DECREE + ", Điều 7"));

	static final SlotPolicy CONSENT = (question, at) -> switch (question.purpose()) {
		case ADVERTISING -> refuseIf(!question.customer().advertisingConsent(), () -> Refusal.forGood("CONSENT",
				"Sự đồng ý của khách hàng", "Khách hàng không đồng ý nhận quảng cáo.", DECREE));
		case SERVICE -> refuseIf(!question.customer().serviceConsent(), () -> Refusal.forGood("CONSENT",
				"Sự đồng ý của khách hàng", "Khách hàng không đồng ý được chăm sóc.", "Yêu cầu của khách hàng"));
		case REPLY -> Stream.empty();
	};

	static final SlotPolicy OPT_OUT = (question, at) -> question.wishes()
		.refusing(question.purpose(), question.channel())
		.stream()
		.map((optOut) -> Refusal.forGood("OPT_OUT", "Khách hàng từ chối",
				"Khách hàng đã từ chối " + describe(optOut) + ".", "Yêu cầu của khách hàng"));

	static final SlotPolicy PERMITTED_HOURS = (question, at) -> {
		LocalDate day = question.dayOf(at);
		List<WindowRule> rules = question.windowsOn(day, WindowRule.Strength.PERMIT);
		if (rules.isEmpty()) {
			return Stream.of(Refusal.binding("NO_HOURS", "Chưa có quy định giờ",
					"Chưa có quy định giờ cho mục đích và kênh này.", null, startOfNextDay(question, day)));
		}
		return rules.stream()
			.filter((rule) -> !question.isWithin(rule, at))
			.map((rule) -> Refusal.binding(rule.code(), rule.label(),
					rule.label() + ": chỉ trong khoảng " + rule.hours() + " (" + rule.source() + ").", rule.source(),
					nextStart(question, rule, at, day)));
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
			.of(Refusal.binding("WORKING_HOURS", "Giờ làm việc", "Ngoài giờ làm việc của nhân viên" + why + ".",
					"Lịch làm việc «" + calendar.name() + "»", open.orElse(null)));
	};

	static final SlotPolicy QUOTA = (question, at) -> {
		LocalDate day = question.dayOf(at);
		return question.rules()
			.quotas()
			.stream()
			.filter((quota) -> quota.holds(question.purpose(), question.channel(), day))
			.flatMap((quota) -> Quota.of(quota, question.uses())
				.freeFrom(at, question.dueAt(at))
				.stream()
				.map((until) -> Refusal.binding(quota.code(), quota.label(),
						"%s: tối đa %d lần qua kênh này tới một số trong %s (%s).".formatted(quota.label(),
								quota.atMost(), inWords(quota.within()), quota.source()),
						quota.source(), orEnd(question, until, quota.validTo()))));
	};

	static final SlotPolicy BUFFER = (question, at) -> {
		LocalDate day = question.dayOf(at);
		return question.rules()
			.buffers()
			.stream()
			.filter((buffer) -> buffer.holds(question.purpose(), day))
			.flatMap((buffer) -> new Quota(1, buffer.gap(), question.others()).freeFrom(at, question.dueAt(at))
				.stream()
				.map((until) -> Refusal.binding(
						buffer.code(), buffer.label(), "%s: cách lần liên hệ khác ít nhất %s (%s)."
							.formatted(buffer.label(), inWords(buffer.gap()), buffer.source()),
						buffer.source(), orEnd(question, until, buffer.validTo()))));
	};

	static final SlotPolicy ENOUGH_TIME = (question, at) -> {
		Instant due = question.dueAt(at);
		Duration shortest = question.limits().shortest();
		boolean late = due.isAfter(at) && Duration.between(at, due).compareTo(shortest) < 0;
		return refuseIf(late, () -> Refusal.binding("ENOUGH_TIME", "Sắp hết giờ",
				"Còn chưa đến " + shortest.toMinutes() + " phút trước khi hết giờ.", "Quy định nội bộ", due));
	};

	static final SlotPolicy PREFERRED_HOURS = (question, at) -> {
		List<PreferredHours> preferred = question.preferredHours();
		if (preferred.isEmpty() || question.isPreferred(at)) {
			return Stream.empty();
		}
		return nextPreferred(question, preferred, at).map((next) -> Refusal.weighed("PREFERRED_HOURS",
				"Giờ khách hàng muốn", "Khách hàng muốn được liên hệ trong khoảng " + inWords(preferred) + ".",
				"Mong muốn của khách hàng", next, question.limits().preferenceWorth()))
			.stream();
	};

	static final SlotPolicy QUIET_HOURS = (question, at) -> {
		if (question.isPreferred(at)) {
			return Stream.empty();
		}
		LocalDate day = question.dayOf(at);
		return question.windowsOn(day, WindowRule.Strength.AVOID)
			.stream()
			.filter((rule) -> question.isWithin(rule, at))
			.map((rule) -> Refusal.weighed(rule.code(), rule.label(),
					"Tránh " + lowerFirst(rule.label()) + " " + rule.hours() + " (" + rule.source() + ").",
					rule.source(), question.endOf(rule, day), rule.worth()));
	};

	/** What refuses a customer, a number or a channel whatever the hour. */
	static final List<SlotPolicy> FOR_GOOD = List.of(REACHABLE, DO_NOT_CALL, REGISTER, CONSENT, OPT_OUT);

	/** What depends on the hour alone. */
	static final List<SlotPolicy> HOURS = List.of(PERMITTED_HOURS, WORKING_HOURS);

	/** What depends on other contacts. */
	static final List<SlotPolicy> SPACING = List.of(QUOTA, BUFFER);

	/** What binds, in the order in which it is asked. */
	static final List<List<SlotPolicy>> BINDING_IN_ORDER = List.of(FOR_GOOD,
			List.of(PERMITTED_HOURS, WORKING_HOURS, ENOUGH_TIME), SPACING);

	/**
	 * What is weighed. Within the customer's preferred hours the quiet hours do not
	 * count.
	 */
	static final List<SlotPolicy> WEIGHED = List.of(PREFERRED_HOURS, QUIET_HOURS);

	private SlotPolicies() {
	}

	/** What forbids a contact that takes place at a moment, whoever is at work then. */
	static List<RefusedSlot> forbidding(SlotQuestion question, Instant at) {
		return forbidding(question, at, at);
	}

	/** The same for one that takes place until another moment. */
	static List<RefusedSlot> forbidding(SlotQuestion question, Instant at, Instant until) {
		SlotQuestion now = question.endingAt(until);
		return Stream.of(FOR_GOOD, List.of(PERMITTED_HOURS), SPACING)
			.flatMap(List::stream)
			.flatMap((policy) -> policy.judge(now, at))
			.map((refusal) -> refusal.from(at))
			.toList();
	}

	/** The wishes that a contact at a moment does not fulfil. */
	static List<RefusedSlot> unfulfilled(SlotQuestion question, Instant at) {
		return WEIGHED.stream()
			.flatMap((policy) -> policy.judge(question, at))
			.map((refusal) -> refusal.from(at))
			.toList();
	}

	private static Stream<Refusal> refuseIf(boolean condition, Supplier<Refusal> refusal) {
		return condition ? Stream.of(refusal.get()) : Stream.empty();
	}

	private static Instant nextStart(SlotQuestion question, WindowRule rule, Instant at, LocalDate day) {
		Instant start = question.startOf(rule, day);
		if (at.isBefore(start)) {
			return start;
		}
		LocalDate next = day.plusDays(1);
		return rule.holds(question.purpose(), question.channel(), next) ? question.startOf(rule, next)
				: startOfNextDay(question, day);
	}

	private static Instant startOfNextDay(SlotQuestion question, LocalDate day) {
		return question.at(day.plusDays(1), LocalTime.MIDNIGHT);
	}

	/** A rule that ends refuses no longer than that. */
	private static Instant orEnd(SlotQuestion question, Instant until, @Nullable LocalDate validTo) {
		if (validTo == null) {
			return until;
		}
		Instant end = question.at(validTo, LocalTime.MIDNIGHT);
		return end.isBefore(until) ? end : until;
	}

	private static Optional<Instant> nextPreferred(SlotQuestion question, List<PreferredHours> preferred, Instant at) {
		LocalDate today = question.dayOf(at);
		return preferred.stream()
			.flatMap((hours) -> today.datesUntil(today.plusDays(DAYS_AHEAD))
				.filter(hours::beginOn)
				.map((day) -> question.at(day, hours.from())))
			.filter((start) -> start.isAfter(at))
			.min(Instant::compareTo);
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

	private static String inWords(List<PreferredHours> preferred) {
		return preferred.stream().map(SlotPolicies::inWords).collect(Collectors.joining("; "));
	}

	private static String inWords(PreferredHours hours) {
		String range = TIME.format(hours.from()) + "–" + TIME.format(hours.to());
		return (hours.weekday() == null) ? range
				: range + " " + lowerFirst(hours.weekday().getDisplayName(TextStyle.FULL, VIETNAMESE));
	}

	private static String inWords(Duration duration) {
		return (duration.toMinutesPart() == 0) ? duration.toHours() + " giờ" : duration.toMinutes() + " phút";
	}

	private static String describe(CustomerWishes.OptOut optOut) {
		String what = (optOut.purpose() == null) ? "mọi liên hệ" : switch (optOut.purpose()) {
			case ADVERTISING -> "quảng cáo";
			case SERVICE -> "chăm sóc";
			case REPLY -> "trả lời";
		};
		return (optOut.channel() == null) ? what : what + " qua " + switch (optOut.channel()) {
			case CALL -> "cuộc gọi";
			case SMS -> "tin nhắn";
			case EMAIL -> "thư điện tử";
			case ZALO -> "Zalo";
			case MEETING -> "gặp trực tiếp";
		};
	}

	private static String lowerFirst(String label) {
		return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
	}

}
