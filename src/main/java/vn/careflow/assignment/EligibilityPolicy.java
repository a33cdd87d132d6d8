package vn.careflow.assignment;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who may take a work item: each policy says yes, or no with a reason. The list of all is
 * the whole rule book, in the order in which people think of it. The names are kept with
 * each decision, so they are never given another meaning.
 */
enum EligibilityPolicy {

	HAS_ROLE("không có vai trò nhân viên", (item, candidate) -> candidate.agent(),
			(question, candidate) -> "Không có vai trò nhân viên chăm sóc"),

	IN_TEAM("ngoài nhóm", (item, candidate) -> candidate.inTeam(),
			(question, candidate) -> "Không thuộc nhóm " + question.teamName()),

	EMPLOYED("không còn hoặc chưa làm việc", (item, candidate) -> candidate.employed(),
			(question, candidate) -> "Không trong thời gian làm việc tại đơn vị"),

	RECEIVING("tạm ngừng nhận việc", (item, candidate) -> candidate.receiving(),
			(question, candidate) -> "Đang tạm ngừng nhận việc"),

	NOT_ABSENT("vắng mặt", (item, candidate) -> candidate.absentUntil() == null,
			(question, candidate) -> "Vắng mặt đến " + Formats.moment(candidate)),

	ON_SHIFT("ngoài ca làm việc", (item, candidate) -> candidate.onShift(),
			(question, candidate) -> "Ngoài ca làm việc"),

	BELOW_CAPACITY("đã đủ việc trong ngày", (item, candidate) -> candidate.hasRoomFor(item),
			(question, candidate) -> "Đã đủ việc trong ngày (" + candidate.load() + "/" + candidate.capacity()
					+ (question.item().weight() > 1 ? " điểm, việc này " + question.item().weight() + " điểm)" : ")")),

	HAS_SKILL("thiếu kỹ năng", (item, candidate) -> Skills.missing(item, candidate).isEmpty(),
			(question, candidate) -> Skills.missing(question.item(), candidate)
				.stream()
				.map((need) -> Skills.reason(question, candidate, need))
				.collect(Collectors.joining("; "))),

	SPEAKS_LANGUAGE("không nói được ngôn ngữ của khách", (item, candidate) -> candidate.speaksLanguage(),
			(question, candidate) -> "Không nói được " + Formats.language(question.item().language())),

	SERVES_PRODUCT("không phụ trách sản phẩm này", (item, candidate) -> candidate.servesProduct(),
			(question, candidate) -> "Không phụ trách sản phẩm " + question.item().product()),

	SERVES_GROUP("không phục vụ nhóm khách này", (item, candidate) -> candidate.servesGroup(),
			(question, candidate) -> "Không phục vụ " + Formats.group(question.item().customerGroup())),

	NOT_EXCLUDED("đã trả lại việc này", (item, candidate) -> !candidate.excluded(),
			(question, candidate) -> "Đã trả lại hoặc đã được thôi giữ việc này"),

	NOT_WITHHELD("đang bận nhận việc khác", (item, candidate) -> !candidate.withheld(),
			(question, candidate) -> "Đang bận nhận nhiều việc khác cùng lúc");

	private static final List<EligibilityPolicy> ALL = List.of(values());

	/**
	 * What passes: it keeps new work away from a person, but takes nothing off the desk
	 * of who has it.
	 */
	private static final Set<EligibilityPolicy> PASSING = EnumSet.of(RECEIVING, NOT_ABSENT, ON_SHIFT, BELOW_CAPACITY,
			NOT_WITHHELD);

	private final String label;

	private final BiPredicate<WorkItem, Candidate> rule;

	private final BiFunction<AssignmentQuestion, Candidate, String> reason;

	EligibilityPolicy(String label, BiPredicate<WorkItem, Candidate> rule,
			BiFunction<AssignmentQuestion, Candidate, String> reason) {
		this.label = label;
		this.rule = rule;
		this.reason = reason;
	}

	/**
	 * All policies that refuse a candidate, in order; none when the candidate is
	 * eligible.
	 */
	static List<EligibilityPolicy> refusing(WorkItem item, Candidate candidate) {
		List<EligibilityPolicy> refusing = new ArrayList<>();
		for (EligibilityPolicy policy : ALL) {
			if (policy.refuses(item, candidate)) {
				refusing.add(policy);
			}
		}
		return refusing.isEmpty() ? List.of() : refusing;
	}

	private boolean refuses(WorkItem item, Candidate candidate) {
		boolean passes = candidate.affinity() == Affinity.KEEPER && PASSING.contains(this);
		return !passes && !this.rule.test(item, candidate);
	}

	/**
	 * The answer of this policy.
	 * @return empty for yes, the reason in Vietnamese for no
	 */
	Optional<String> refusal(AssignmentQuestion question, Candidate candidate) {
		return refuses(question.item(), candidate) ? Optional.of(reason(question, candidate)) : Optional.empty();
	}

	/**
	 * Why this policy says no, in Vietnamese.
	 */
	String reason(AssignmentQuestion question, Candidate candidate) {
		return this.reason.apply(question, candidate);
	}

	/**
	 * The refusal in a few words, to count people by.
	 */
	String label() {
		return this.label;
	}

	/** What is missing of the skills that are still required. */
	private static final class Skills {

		static List<SkillNeed> missing(WorkItem item, Candidate candidate) {
			if (item.skills().isEmpty()) {
				return List.of();
			}
			return item.skills()
				.stream()
				.filter((need) -> need.isRequiredAt(item.at()) && !candidate.masters(item, need))
				.toList();
		}

		static String reason(AssignmentQuestion question, Candidate candidate, SkillNeed need) {
			int level = candidate.skillLevels().get(question.item().skills().indexOf(need));
			return (level == 0) ? "Không có kỹ năng " + question.skillName(need)
					: "Kỹ năng %s mới ở mức %d, cần từ mức %d".formatted(question.skillName(need), level,
							need.minimumLevel());
		}

	}

	private static final class Formats {

		private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

		static String moment(Candidate candidate) {
			return (candidate.absentUntil() != null) ? MOMENT.format(candidate.absentUntil()) : "";
		}

		static String group(@Nullable String group) {
			return switch ((group != null) ? group : "") {
				case "SPECIAL" -> "khách hàng đặc biệt";
				case "LARGE" -> "khách hàng lớn";
				case "SMALL" -> "khách hàng nhỏ lẻ";
				default -> "nhóm khách hàng " + group;
			};
		}

		static String language(String tag) {
			Locale vietnamese = Locale.forLanguageTag("vi");
			return Locale.forLanguageTag(tag).getDisplayLanguage(vietnamese).toLowerCase(vietnamese);
		}

	}

}
