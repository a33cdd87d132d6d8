package vn.careflow.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.careflow.staff.StaffProblem.FieldError;

/**
 * What somebody wrote about a person, before it is known to make sense. Where nothing was
 * written it is as usual for a new person, see
 * {@link NewAgent#named(String, String, String, LocalDate)}.
 */
record AgentInput(@Nullable String id, @Nullable String name, @Nullable String email, @Nullable List<String> roles,
		@Nullable List<String> teams, @Nullable Map<String, Integer> skills, @Nullable List<String> languages,
		@Nullable List<String> products, @Nullable List<String> customerGroups, @Nullable Integer capacity,
		@Nullable String calendar, @Nullable LocalDate employedFrom, @Nullable LocalDate employedUntil) {

	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_EMAIL = 254;

	private static final int LONGEST_TAG = 35;

	private static final int MOST_POINTS = 100_000;

	/** The same with another user id. */
	AgentInput withId(String agentId) {
		return new AgentInput(agentId, this.name, this.email, this.roles, this.teams, this.skills, this.languages,
				this.products, this.customerGroups, this.capacity, this.calendar, this.employedFrom,
				this.employedUntil);
	}

	/** All that makes no sense, in the order of the fields. */
	List<FieldError> errors(StaffDirectory staff) {
		List<FieldError> errors = new ArrayList<>();
		require(matches(this.id, ID), "id",
				"Mã nhân viên gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối, tối đa 64 ký tự", errors);
		require(fits(this.name, LONGEST_NAME), "name", "Cần họ tên, tối đa 200 ký tự", errors);
		require(fits(this.email, LONGEST_EMAIL) && this.email.contains("@"), "email", "Cần địa chỉ e-mail", errors);
		refuse(this.roles, (role) -> Role.ofGroup(role).isPresent(), "roles", "Không có vai trò ", errors);
		refuse(this.teams, (team) -> staff.team(team).isPresent(), "teams", "Không có nhóm ", errors);
		refuseSkills(staff, errors);
		refuse(this.languages, (tag) -> tag.length() <= LONGEST_TAG && LANGUAGE.matcher(tag).matches(), "languages",
				"Không phải mã ngôn ngữ (ví dụ vi, en): ", errors);
		refuse(this.products, (product) -> fits(product, LONGEST_NAME), "products", "Tên sản phẩm dài 1–200 ký tự: ",
				errors);
		refuse(this.customerGroups, NewAgent.CUSTOMER_GROUPS::contains, "customerGroups",
				"Nhóm khách hàng là SPECIAL, LARGE hoặc SMALL, không phải ", errors);
		require(this.capacity == null || this.capacity >= 0 && this.capacity <= MOST_POINTS, "capacity",
				"Sức chứa từ 0 đến 100000 điểm một ngày", errors);
		require(this.calendar == null || staff.calendarNames().contains(this.calendar), "calendar",
				"Không có lịch nào tên " + this.calendar, errors);
		require(this.employedFrom != null, "employedFrom", "Cần ngày vào làm", errors);
		require(this.employedFrom == null || this.employedUntil == null
				|| this.employedUntil.isAfter(this.employedFrom), "employedUntil",
				"Ngày thôi việc phải sau ngày vào làm", errors);
		return errors;
	}

	/**
	 * The person described.
	 * @throws NullPointerException when there are errors, which is for the caller to look
	 * at first
	 */
	@SuppressWarnings("NullAway")
	NewAgent toAgent() {
		NewAgent usual = NewAgent.named(this.id, this.name, this.email, this.employedFrom);
		return new NewAgent(this.id, this.name, this.email, (this.roles == null) ? usual.roles()
				: this.roles.stream().flatMap((role) -> Role.ofGroup(role).stream()).collect(Collectors.toSet()),
				(this.teams == null) ? usual.teams() : new TreeSet<>(this.teams),
				(this.skills == null) ? usual.skills() : new TreeMap<>(this.skills),
				(this.languages == null) ? usual.languages() : new TreeSet<>(this.languages),
				(this.products == null) ? usual.products() : new TreeSet<>(this.products),
				(this.customerGroups == null) ? usual.customerGroups() : new TreeSet<>(this.customerGroups),
				(this.capacity == null) ? usual.capacity() : this.capacity,
				(this.calendar == null) ? usual.calendarName() : this.calendar, this.employedFrom, this.employedUntil);
	}

	private void refuseSkills(StaffDirectory staff, List<FieldError> errors) {
		if (this.skills == null) {
			return;
		}
		Set<String> known = staff.skills().keySet();
		refuse(this.skills.keySet(), known::contains, "skills", "Không có kỹ năng ", errors);
		require(this.skills.values().stream().allMatch((level) -> level != null && level >= 1 && level <= 5), "skills",
				"Mức kỹ năng từ 1 (mới) đến 5 (thạo)", errors);
	}

	private static void require(boolean holds, String field, String message, List<FieldError> errors) {
		if (!holds) {
			errors.add(new FieldError(field, message));
		}
	}

	private static void refuse(@Nullable Collection<String> values, Predicate<String> accepts, String field,
			String message, List<FieldError> errors) {
		if (values != null) {
			values.stream()
				.filter((value) -> value == null || !accepts.test(value))
				.findFirst()
				.ifPresent((value) -> errors.add(new FieldError(field, message + value)));
		}
	}

	private static boolean matches(@Nullable String value, Pattern pattern) {
		return value != null && pattern.matcher(value).matches();
	}

	private static boolean fits(@Nullable String value, int longest) {
		return value != null && !value.isBlank() && value.length() <= longest;
	}

}
