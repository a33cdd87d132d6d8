package vn.careflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FormContractTests {

	private static final String NOTE = "{'type': 'textarea', 'key': 'note', 'label': 'Ghi chú',"
			+ " 'validate': {'minLength': 3, 'maxLength': 10}}";

	private static final String NAME = "{'type': 'textfield', 'key': 'name', 'label': 'Tên',"
			+ " 'validate': {'required': true, 'pattern': '^[A-Z]+$'}}";

	private static final String AMOUNT = "{'type': 'number', 'key': 'amount', 'label': 'Số tiền',"
			+ " 'validate': {'min': 0, 'max': 1000000000}}";

	private static final String OUTCOME = "{'type': 'radio', 'key': 'outcome', 'label': 'Kết quả',"
			+ " 'values': [{'label': 'Gặp', 'value': 'REACHED'}, {'label': 'Hẹn', 'value': 'CALL_BACK'}]}";

	private static final String CALL_BACK_AT = "{'type': 'datetime', 'key': 'callBackAt', 'dateLabel': 'Gọi lại lúc',"
			+ " 'validate': {'required': true}, 'conditional': {'hide': '=outcome != \"CALL_BACK\"'}}";

	private static final String WANTED = "{'type': 'checkbox', 'key': 'wanted', 'label': 'Cần liên hệ'}";

	private final FormConditions conditions = new FormConditions();

	@Test
	void acceptsWhatTheFormAsksFor() {
		VariableMap variables = check(Map.of("name", " LAN ", "amount", "1500", "wanted", true), NAME, AMOUNT, WANTED);

		assertThat(variables).containsEntry("name", "LAN").containsEntry("amount", 1500L).containsEntry("wanted", true);
	}

	@Test
	void refusesANameThatTheFormDoesNotHave() {
		assertThat(refused(Map.of("name", "LAN", "customerId", "somebody else"), NAME))
			.containsExactly("customerId: Biểu mẫu «a-form» không có trường «customerId».");
	}

	@Test
	void refusesAFormWithoutARequiredField() {
		assertThat(refused(Map.of(), NAME)).containsExactly("name: Hãy nhập «Tên».");
		assertThat(refused(Map.of("name", "   "), NAME)).containsExactly("name: Hãy nhập «Tên».");
	}

	@ParameterizedTest
	@MethodSource
	void refusesAValueOfTheWrongKind(String component, String name, Object value) {
		assertThat(refused(Map.of(name, value), component)).singleElement().asString().startsWith(name + ": «");
	}

	static Stream<Arguments> refusesAValueOfTheWrongKind() {
		return Stream.of(arguments(NOTE, "note", 12345), arguments(NOTE, "note", "ab"),
				arguments(NOTE, "note", "mười một chữ"), arguments(NOTE, "note", List.of("abcd")),
				arguments(NAME, "name", "lan"), arguments(AMOUNT, "amount", "nhiều"), arguments(AMOUNT, "amount", -1),
				arguments(AMOUNT, "amount", 1_000_000_001), arguments(AMOUNT, "amount", "1E2147483647"),
				arguments(AMOUNT, "amount", "0.1234567"), arguments(AMOUNT, "amount", true),
				arguments(OUTCOME, "outcome", "WON"), arguments(OUTCOME, "outcome", List.of("REACHED")),
				arguments(WANTED, "wanted", "maybe"),
				arguments(CALL_BACK_AT.replace("=outcome", "=1=1 and outcome"), "callBackAt", "2026-02-30T09:00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hôm qua", "09:30", "2026-13-01", "2026-02-30", "2026-03-02T25:00" })
	void refusesWhatIsNoDate(String text) {
		assertThat(refused(Map.of("outcome", "CALL_BACK", "callBackAt", text), OUTCOME, CALL_BACK_AT))
			.containsExactly("callBackAt: «Gọi lại lúc» không phải là ngày giờ hợp lệ.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-02T09:30", "2026-03-02T09:30:00", "2026-03-02T02:30Z", "2026-03-02T02:30:00.000Z",
			"2026-03-02T09:30+07:00", "2026-03-01T21:30-05:00" })
	void turnsADateIntoTheMomentThatIsMeantHere(String text) {
		VariableMap variables = check(Map.of("outcome", "CALL_BACK", "callBackAt", text), OUTCOME, CALL_BACK_AT);

		TypedValue value = variables.getValueTyped("callBackAt");
		assertThat(value.getType()).isEqualTo(ValueType.DATE);
		assertThat(value.getValue()).isEqualTo(Date.from(Time.instant("2026-03-02T09:30")));
		assertThat(value.isTransient()).isFalse();
	}

	@Test
	void turnsADayIntoItsStart() {
		VariableMap variables = check(Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-02"), OUTCOME,
				CALL_BACK_AT);

		assertThat(variables).containsEntry("callBackAt", Date.from(Time.instant("2026-03-02T00:00")));
	}

	@Test
	void asksForAFieldOnlyWhereTheFormShowsIt() {
		assertThat(check(Map.of("outcome", "REACHED"), OUTCOME, CALL_BACK_AT)).containsOnlyKeys("outcome");
		assertThat(refused(Map.of("outcome", "CALL_BACK"), OUTCOME, CALL_BACK_AT))
			.containsExactly("callBackAt: Hãy nhập «Gọi lại lúc».");
	}

	@Test
	void refusesAValueInAFieldThatTheFormHides() {
		assertThat(refused(Map.of("outcome", "REACHED", "callBackAt", "2026-03-02T09:30"), OUTCOME, CALL_BACK_AT))
			.singleElement()
			.asString()
			.startsWith("callBackAt: «Gọi lại lúc» không áp dụng");
	}

	@Test
	void takesAnEmptyHiddenFieldForLeftOut() {
		assertThat(check(Map.of("outcome", "REACHED", "callBackAt", ""), OUTCOME, CALL_BACK_AT))
			.containsOnlyKeys("outcome");
	}

	@Test
	void keepsFreeTextForTheTransactionOnly() {
		VariableMap variables = check(Map.of("name", "LAN", "note", "gọi lại", "amount", 5, "outcome", "REACHED"), NAME,
				NOTE, AMOUNT, OUTCOME);

		assertThat(variables.<TypedValue>getValueTyped("name").isTransient()).isTrue();
		assertThat(variables.<TypedValue>getValueTyped("note").isTransient()).isTrue();
		assertThat(variables.<TypedValue>getValueTyped("amount").isTransient()).isFalse();
		assertThat(variables.<TypedValue>getValueTyped("outcome").isTransient()).isFalse();
	}

	@Test
	void keepsFreeTextForTheTransactionOnlyWhateverTypeTheSubmitterGivesIt() {
		VariableMap variables = check(Map.of("name", Variables.stringValue("LAN", false)), NAME);

		assertThat(variables.<TypedValue>getValueTyped("name").isTransient()).isTrue();
	}

	@Test
	void tellsEverythingThatIsWrongAtOnce() {
		assertThat(refused(Map.of("amount", "nhiều", "outcome", "WON", "other", 1), NAME, AMOUNT, OUTCOME)).hasSize(4);
	}

	@Test
	void readsFieldsInGroupsAndSkipsWhatIsOnlyShown() {
		String group = "{'type': 'group', 'components': [{'type': 'text', 'text': 'Xin chào'}, " + NOTE + "]}";

		assertThat(check(Map.of("note", "gọi lại"), group)).containsOnlyKeys("note");
	}

	@Test
	void refusesAKindOfFieldThatNobodyTaughtIt() {
		assertThat(refused(Map.of("files", "x"), "{'type': 'filepicker', 'key': 'files', 'label': 'Tệp'}"))
			.singleElement()
			.asString()
			.contains("chưa được hỗ trợ");
	}

	private VariableMap check(Map<String, ?> submitted, String... components) {
		return contract(components).check(submitted, this.conditions, Time.ZONE);
	}

	private List<String> refused(Map<String, ?> submitted, String... components) {
		FormContract contract = contract(components);
		FormRejected refused = catchThrowableOfType(FormRejected.class,
				() -> contract.check(submitted, this.conditions, Time.ZONE));
		assertThat(refused).as("refusal of %s", submitted).isNotNull();
		return refused.violations()
			.stream()
			.map((violation) -> violation.field() + ": " + violation.message())
			.toList();
	}

	private static FormContract contract(String... components) {
		String json = "{'id': 'a-form', 'components': [" + String.join(", ", components) + "]}";
		try {
			String quoted = json.replace("\"", "\\\"").replace('\'', '"');
			return FormContract.read(new ObjectMapper().readTree(quoted));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(json, ex);
		}
	}

}
