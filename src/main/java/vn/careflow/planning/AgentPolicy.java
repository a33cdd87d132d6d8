package vn.careflow.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.staff.Role;

/**
 * Who may carry a contact out, and when: each policy agrees, or says why not. The list of
 * all is the whole rule book about people; {@link PlanConstraints} has what binds several
 * contacts.
 */
enum AgentPolicy {

	HAS_ROLE("Vai trò và nhóm",
			(question) -> question.agent().roles().contains(Role.AGENT)
					&& (question.theirs() || question.agent().teams().contains(question.teamId())),
			(question) -> "không phải nhân viên của nhóm này"),

	EMPLOYED("Thời gian làm việc tại đơn vị", (question) -> question.agent().isEmployedOn(day(question)),
			(question) -> "không làm việc tại đơn vị ngày này"),

	RECEIVING("Đang nhận việc", (question) -> question.theirs() || question.agent().receiving(),
			(question) -> "đang tạm ngừng nhận việc"),

	NOT_ABSENT("Không vắng mặt",
			(question) -> question.staff()
				.absencesOf(question.agent().id())
				.stream()
				.noneMatch((absence) -> absence.overlaps(question.time().from(), question.time().to())),
			(question) -> "vắng mặt vào giờ này"),

	ON_SHIFT("Trong ca làm việc", AgentPolicy::isOnShift, (question) -> "ngoài ca làm việc vào giờ này"),

	SPEAKS_LANGUAGE("Nói được ngôn ngữ của khách",
			(question) -> question.agent().languages().contains(question.language()),
			(question) -> "không nói được " + Locale.forLanguageTag(question.language())
				.getDisplayLanguage(Locale.forLanguageTag("vi"))
				.toLowerCase(Locale.ROOT)),

	NOT_TAKEN("Không trùng việc khác, đủ thời gian di chuyển",
			(question) -> question.taken().stream().noneMatch((block) -> block.clashesWith(question.time())),
			(question) -> "đã có việc khác vào giờ này hoặc không đủ thời gian di chuyển");

	private final String label;

	private final Predicate<AgentQuestion> rule;

	private final Function<AgentQuestion, String> reason;

	AgentPolicy(String label, Predicate<AgentQuestion> rule, Function<AgentQuestion, String> reason) {
		this.label = label;
		this.rule = rule;
		this.reason = reason;
	}

	/** Why a person cannot do it, in Vietnamese; nothing when they can. */
	static List<String> refusals(AgentQuestion question) {
		return Stream.of(values())
			.filter((policy) -> !policy.rule.test(question))
			.map((policy) -> question.agent().name() + " " + policy.reason.apply(question))
			.toList();
	}

	static boolean permit(AgentQuestion question) {
		return Stream.of(values()).allMatch((policy) -> policy.rule.test(question));
	}

	/** What the policy is about, in Vietnamese. */
	String label() {
		return this.label;
	}

	private static LocalDate day(AgentQuestion question) {
		return question.time().from().atZone(question.staff().zone()).toLocalDate();
	}

	private static boolean isOnShift(AgentQuestion question) {
		BusinessCalendar shifts = question.staff().calendar(question.agent().calendarName());
		Block time = question.time();
		return shifts.between(time.from(), time.to()).equals(Duration.between(time.from(), time.to()));
	}

}
