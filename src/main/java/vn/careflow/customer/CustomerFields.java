package vn.careflow.customer;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads a customer from named texts, whether they came as JSON or as a row of a file, and
 * collects everything that is wrong with them instead of stopping at the first.
 */
final class CustomerFields {

	/** The names that may be written. */
	static final Set<String> NAMES = Arrays.stream(CustomerInput.class.getRecordComponents())
		.map(RecordComponent::getName)
		.collect(Collectors.toUnmodifiableSet());

	/** Those of them that may have several values. */
	static final Set<String> LISTS = Set.of("phones", "emails", "zaloIds", "facebookIds", "needs");

	private static final String DEFAULT_SOURCE = "api";

	private static final Set<String> YES = Set.of("true", "1", "yes", "y", "có", "x");

	private static final Set<String> NO = Set.of("false", "0", "no", "n", "không");

	private final Map<String, List<String>> values;

	private final List<FieldProblem> problems = new ArrayList<>();

	CustomerFields(Map<String, List<String>> values) {
		this.values = values;
	}

	/** What is wrong, in the order of the fields; to be asked after reading. */
	List<FieldProblem> problems() {
		return List.copyOf(this.problems);
	}

	/** The customer, or null when there are problems. */
	@Nullable NewCustomer newCustomer() {
		String source = textOr("source", NewCustomer.MAX_SOURCE, DEFAULT_SOURCE);
		String externalId = text("externalId", NewCustomer.MAX_EXTERNAL_ID);
		String ownerId = text("ownerId", NewCustomer.MAX_OWNER_ID);
		CustomerProfile profile = profile();
		return (profile != null) ? new NewCustomer(UUID.randomUUID(), source, externalId, ownerId, profile) : null;
	}

	/** The profile, or null when there are problems. */
	@Nullable CustomerProfile profile() {
		String name = textOr("name", CustomerProfile.MAX_NAME, "");
		if (name.isEmpty() && !hasProblem("name")) {
			problem("name", "Cần có tên khách hàng.");
		}
		CustomerProfile.Builder profile = (choice("kind", CustomerKind.class,
				CustomerKind.PERSON) == CustomerKind.ORGANISATION) ? CustomerProfile.organisation(name)
						: CustomerProfile.person(name);
		profile.relation(choice("relation", CustomerRelation.class, CustomerRelation.CUSTOMER))
			.gender(optionalChoice("gender", Gender.class))
			.birthday(birthday())
			.address(text("address", CustomerProfile.MAX_ADDRESS))
			.preferences(preferences())
			.consents(new Consents(flag("advertisingConsent", Consents.UNASKED.advertising()),
					flag("serviceConsent", Consents.UNASKED.service())))
			.servesState(flag("servesState", false))
			.annualRevenue(annualRevenue());
		contactPoints().forEach(profile::at);
		needs().forEach(profile::need);
		return this.problems.isEmpty() ? profile.build() : null;
	}

	private ContactPreferences preferences() {
		PreferredChannel channel = optionalChoice("preferredChannel", PreferredChannel.class);
		LocalTime from = parsed("preferredFrom", LocalTime::parse, "Giờ phải có dạng 09:00.");
		LocalTime until = parsed("preferredTo", LocalTime::parse, "Giờ phải có dạng 11:30.");
		ZoneId zone = parsed("timeZone", ZoneId::of, "Múi giờ phải có dạng Asia/Ho_Chi_Minh.");
		String language = parsed("language", CustomerFields::language, "Ngôn ngữ phải là mã hai chữ cái, ví dụ vi.");
		boolean doNotCall = flag("doNotCall", false);
		if (!hasProblem("preferredFrom") && !hasProblem("preferredTo")) {
			checkHours(from, until);
		}
		return this.problems.isEmpty()
				? new ContactPreferences(channel, from, until, zone, (language != null) ? language : "vi", doNotCall)
				: ContactPreferences.NONE;
	}

	private void checkHours(@Nullable LocalTime from, @Nullable LocalTime until) {
		if (from == null ^ until == null) {
			problem((from == null) ? "preferredFrom" : "preferredTo", "Cần cả giờ bắt đầu và giờ kết thúc.");
		}
		else if (from != null && !from.isBefore(until)) {
			problem("preferredTo", "Giờ kết thúc phải sau giờ bắt đầu.");
		}
	}

	private @Nullable Birthday birthday() {
		CalendarSystem calendar = choice("birthdayCalendar", CalendarSystem.class, CalendarSystem.SOLAR);
		return parsed("birthday", (text) -> Birthday.parse(text, calendar),
				"Ngày sinh không có thật hoặc sai dạng; viết 28/02/1990, 1990-02-28 hoặc 28/02.");
	}

	private @Nullable Long annualRevenue() {
		return parsed("annualRevenue", CustomerFields::revenue,
				"Doanh thu năm phải là số đồng nguyên, từ 0 đến 999.999.999.999.999.");
	}

	private List<ContactPoint> contactPoints() {
		List<ContactPoint> points = new ArrayList<>();
		points.addAll(contactPoints("phones", ContactPointKind.PHONE, "Số điện thoại không hợp lệ."));
		points.addAll(contactPoints("emails", ContactPointKind.EMAIL, "Địa chỉ e-mail không hợp lệ."));
		points.addAll(contactPoints("zaloIds", ContactPointKind.ZALO, "Mã Zalo có từ 1 đến 254 ký tự."));
		points.addAll(contactPoints("facebookIds", ContactPointKind.FACEBOOK, "Mã Facebook có từ 1 đến 254 ký tự."));
		return points;
	}

	private List<ContactPoint> contactPoints(String field, ContactPointKind kind, String message) {
		List<ContactPoint> points = new ArrayList<>();
		List<String> texts = given(field);
		for (int i = 0; i < texts.size(); i++) {
			try {
				points.add(ContactPoint.of(kind, texts.get(i)));
			}
			catch (IllegalArgumentException ex) {
				problem((texts.size() > 1) ? field + "[" + i + "]" : field, message);
			}
		}
		return points;
	}

	private List<String> needs() {
		List<String> needs = given("needs").stream().map(CustomerProfile::tidy).toList();
		if (needs.stream().anyMatch((need) -> need.length() > CustomerProfile.MAX_NEED)) {
			problem("needs", "Mỗi nhu cầu có tối đa " + CustomerProfile.MAX_NEED + " ký tự.");
		}
		return needs;
	}

	private String textOr(String field, int max, String otherwise) {
		String text = text(field, max);
		return (text != null) ? text : otherwise;
	}

	private @Nullable String text(String field, int max) {
		String text = single(field);
		if (text == null) {
			return null;
		}
		String tidy = CustomerProfile.tidy(text);
		if (tidy.length() > max) {
			problem(field, "Có tối đa " + max + " ký tự, đang có " + tidy.length() + ".");
			return null;
		}
		return tidy;
	}

	private boolean flag(String field, boolean otherwise) {
		String text = single(field);
		if (text == null) {
			return otherwise;
		}
		String word = text.strip().toLowerCase(Locale.ROOT);
		if (!YES.contains(word) && !NO.contains(word)) {
			problem(field, "Phải là true hoặc false.");
		}
		return YES.contains(word);
	}

	private <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
		E chosen = optionalChoice(field, type);
		return (chosen != null) ? chosen : otherwise;
	}

	private <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
		String choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
		return parsed(field, (text) -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
				"Phải là một trong: " + choices + ".");
	}

	private <T> @Nullable T parsed(String field, Function<String, T> parser, String message) {
		String text = single(field);
		if (text == null) {
			return null;
		}
		try {
			return parser.apply(text.strip());
		}
		catch (IllegalArgumentException | DateTimeException | ArithmeticException ex) {
			problem(field, message);
			return null;
		}
	}

	private @Nullable String single(String field) {
		List<String> texts = given(field);
		if (texts.size() > 1) {
			problem(field, "Chỉ nhận một giá trị.");
		}
		return texts.isEmpty() ? null : texts.get(0);
	}

	private List<String> given(String field) {
		return this.values.getOrDefault(field, List.of()).stream().filter((text) -> !text.isBlank()).toList();
	}

	private boolean hasProblem(String field) {
		return this.problems.stream().anyMatch((problem) -> problem.field().equals(field));
	}

	private void problem(String field, String message) {
		this.problems.add(new FieldProblem(field, message));
	}

	private static String language(String text) {
		String code = text.toLowerCase(Locale.ROOT);
		if (!code.matches("[a-z]{2}")) {
			throw new IllegalArgumentException("Not an ISO 639-1 code");
		}
		return code;
	}

	private static long revenue(String text) {
		long amount = new BigDecimal(text).longValueExact();
		if (amount < 0 || amount > CustomerProfile.MAX_REVENUE) {
			throw new IllegalArgumentException("Revenue out of range");
		}
		return amount;
	}

}
