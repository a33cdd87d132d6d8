package vn.careflow.process;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * One input of a Camunda Form and what it accepts, read from the form itself: the
 * designer's form is the contract.
 *
 * @param key the variable that the field fills
 * @param label what the person sees, used in messages
 * @param kind the form-js type of the field
 * @param rules the field's {@code validate} object, with its {@code decimalDigits}
 * @param values the codes that may be chosen; empty where every value is allowed
 * @param hideWhen FEEL expression that hides the field, without the leading {@code =};
 * {@code null} for never
 */
record FormField(String key, String label, String kind, JsonNode rules, Set<String> values, @Nullable String hideWhen) {

	/**
	 * Free text may hold personal data: it is handed on within the transaction and never
	 * stored as a variable.
	 */
	private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");

	/** The rule of how many decimals a number may have. */
	static final String DECIMAL_DIGITS = "decimalDigits";

	Optional<String> complaintAbout(@Nullable Object value) {
		if (isBlank(value)) {
			return this.rules.path("required").asBoolean() ? Optional.of("Hãy nhập «" + this.label + "».")
					: Optional.empty();
		}
		return switch (this.kind) {
			case "textfield", "textarea" -> complaintAboutText(value);
			case "number" -> complaintAboutNumber(value);
			case "select", "radio" -> complaintAboutChoice(value);
			case "checkbox" -> complaintAboutCheckbox(value);
			case "datetime" -> complaintAboutDate(value);
			default -> Optional.of("Trường «%s» có kiểu «%s» chưa được hỗ trợ.".formatted(this.label, this.kind));
		};
	}

	/**
	 * The value as the engine keeps it: text transient, choices as strings, numbers,
	 * booleans and dates typed.
	 */
	TypedValue typed(@Nullable Object value, ZoneId zone) {
		if (FREE_TEXT.contains(this.kind)) {
			return Variables.stringValue(isBlank(value) ? null : value.toString().strip(), true);
		}
		if (this.kind.equals("checkbox")) {
			return Variables.booleanValue(value != null && Boolean.parseBoolean(value.toString()));
		}
		if (isBlank(value)) {
			return Variables.untypedNullValue();
		}
		return switch (this.kind) {
			case "number" -> number(value);
			case "datetime" -> Variables.dateValue(Date.from(moment(value, zone)));
			default -> Variables.stringValue(value.toString());
		};
	}

	private Optional<String> complaintAboutText(Object value) {
		if (!(value instanceof String text)) {
			return Optional.of("«%s» phải là chữ.".formatted(this.label));
		}
		int length = text.strip().length();
		if (this.rules.has("minLength") && length < this.rules.get("minLength").asInt()) {
			return Optional.of("«%s» cần ít nhất %d ký tự.".formatted(this.label, this.rules.get("minLength").asInt()));
		}
		if (this.rules.has("maxLength") && length > this.rules.get("maxLength").asInt()) {
			return Optional.of("«%s» dài quá %d ký tự.".formatted(this.label, this.rules.get("maxLength").asInt()));
		}
		if (this.rules.hasNonNull("pattern") && !this.rules.get("pattern").asText().isEmpty()
				&& !Pattern.compile(this.rules.get("pattern").asText()).matcher(text.strip()).find()) {
			return Optional.of("«%s» không đúng định dạng.".formatted(this.label));
		}
		return Optional.empty();
	}

	private Optional<String> complaintAboutNumber(Object value) {
		BigDecimal number;
		try {
			number = new BigDecimal(value.toString());
		}
		catch (NumberFormatException ex) {
			return Optional.of("«%s» phải là số.".formatted(this.label));
		}
		if ((long) number.precision() - number.scale() > 15 || number.scale() > 6) {
			return Optional.of("«%s» có quá nhiều chữ số.".formatted(this.label));
		}
		int decimals = this.rules.path(DECIMAL_DIGITS).asInt(6);
		if (number.stripTrailingZeros().scale() > decimals) {
			return Optional.of((decimals == 0) ? "«%s» phải là số nguyên.".formatted(this.label)
					: "«%s» có quá nhiều chữ số sau dấu phẩy.".formatted(this.label));
		}
		if (this.rules.hasNonNull("min") && number.compareTo(this.rules.get("min").decimalValue()) < 0) {
			return Optional.of("«%s» không được nhỏ hơn %s.".formatted(this.label, this.rules.get("min").asText()));
		}
		if (this.rules.hasNonNull("max") && number.compareTo(this.rules.get("max").decimalValue()) > 0) {
			return Optional.of("«%s» không được lớn hơn %s.".formatted(this.label, this.rules.get("max").asText()));
		}
		return Optional.empty();
	}

	private Optional<String> complaintAboutChoice(Object value) {
		return this.values.contains(value.toString()) ? Optional.empty()
				: Optional.of("«%s» không có lựa chọn «%s».".formatted(this.label, value));
	}

	private Optional<String> complaintAboutCheckbox(Object value) {
		return List.of("true", "false").contains(value.toString()) ? Optional.empty()
				: Optional.of("«%s» chỉ nhận có hoặc không.".formatted(this.label));
	}

	private Optional<String> complaintAboutDate(Object value) {
		try {
			moment(value, ZoneId.of("UTC"));
			return Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.of("«%s» không phải là ngày giờ hợp lệ.".formatted(this.label));
		}
	}

	private static TypedValue number(Object value) {
		BigDecimal number = new BigDecimal(value.toString());
		return (number.stripTrailingZeros().scale() <= 0) ? Variables.longValue(number.longValueExact())
				: Variables.doubleValue(number.doubleValue());
	}

	/**
	 * form-js submits {@code 2026-11-22}, {@code 2026-11-22T09:30}, with or without
	 * offset; a day means its start.
	 */
	private static Instant moment(Object value, ZoneId zone) {
		if (value instanceof Date date) {
			return date.toInstant();
		}
		String text = value.toString();
		if (text.length() <= 10) {
			return LocalDate.parse(text).atStartOfDay(zone).toInstant();
		}
		if (text.endsWith("]")) {
			return ZonedDateTime.parse(text).toInstant();
		}
		boolean withOffset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
		return withOffset ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).atZone(zone).toInstant();
	}

	static boolean isBlank(@Nullable Object value) {
		return value == null || value.toString().isBlank();
	}

}
