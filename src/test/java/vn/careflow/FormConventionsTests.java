package vn.careflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every form to {@link FormConventions}, and breaks each convention once.
 */
class FormConventionsTests {

	private static final Path FORMS = Path.of("forms");

	private static final Pattern FORM_REFERENCE = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

	private final ObjectMapper mapper = new ObjectMapper();

	private final FormConventions conventions = new FormConventions();

	@ParameterizedTest
	@MethodSource("forms")
	void keepsToTheConventions(String form) throws IOException {
		assertThat(this.conventions.complaintsAbout(form, read(form))).isEmpty();
	}

	@Test
	void hasAFormForEachReferenceInTheModelsAndNoOther() throws IOException {
		Set<String> referenced = new TreeSet<>();
		for (Path model : filesIn(Path.of("processes"), ".bpmn")) {
			FORM_REFERENCE.matcher(Files.readString(model))
				.results()
				.map((MatchResult found) -> found.group(1))
				.forEach(referenced::add);
		}

		assertThat(forms()).containsExactlyInAnyOrderElementsOf(referenced);
	}

	static Set<String> forms() throws IOException {
		Set<String> names = new TreeSet<>();
		filesIn(FORMS, ".form").forEach((file) -> names.add(file.getFileName().toString().replace(".form", "")));
		return names;
	}

	private static Set<Path> filesIn(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return new TreeSet<>(files.filter((file) -> file.toString().endsWith(ending)).toList());
		}
	}

	private JsonNode read(String form) throws IOException {
		return this.mapper.readTree(FORMS.resolve(form + ".form").toFile());
	}

	/** Each test breaks a sound form in one place. */
	@Nested
	class ComplainsAbout {

		@Test
		void anIdThatIsNotTheFileName() throws IOException {
			assertThat(FormConventionsTests.this.conventions.complaintsAbout("start-other", read("start-request")))
				.containsExactly("form: id must be «start-other»");
		}

		@Test
		void anotherSchemaVersion() throws IOException {
			broken("start-request", (form) -> form.put("schemaVersion", 17), "form: schemaVersion must be «16»");
		}

		@Test
		void anIdUsedTwice() throws IOException {
			broken("start-request", "subject", (field) -> field.put("id", "Field_description"),
					"form: id «Field_description» is missing or used twice");
		}

		@Test
		void aKeyUsedTwice() throws IOException {
			broken("start-request", "subject", (field) -> field.put("key", "description"),
					"form: key «description» is missing or used twice");
		}

		@Test
		void aKeyThatIsNoVariableName() throws IOException {
			broken("start-request", "subject", (field) -> field.put("key", "Tiêu đề"),
					"Field_subject: the key must be a camelCase variable name");
		}

		@Test
		void aListThatTasklistNeverLetsAnybodyComplete() throws IOException {
			broken("start-request", "subject", (field) -> field.put("type", "dynamiclist"),
					"Field_subject: type «dynamiclist» is none that the server can check");
		}

		@Test
		void aFieldThatTheServerCannotCheck() throws IOException {
			broken("start-request", "subject", (field) -> field.put("type", "taglist"),
					"Field_subject: type «taglist» is none that the server can check");
		}

		@Test
		void aLabelThatIsNotVietnamese() throws IOException {
			broken("start-request", "subject", (field) -> field.put("label", "Subject"),
					"Field_subject: label «Subject» is not Vietnamese");
		}

		@Test
		void aMissingDescription() throws IOException {
			broken("start-request", "subject", (field) -> field.remove("description"),
					"Field_subject: description «» is not Vietnamese");
		}

		@Test
		void aTimeWithoutALabel() throws IOException {
			broken("start-contact", "notBefore", (field) -> field.remove("timeLabel"),
					"Field_notBefore: timeLabel «» is not Vietnamese");
		}

		@Test
		void missingRules() throws IOException {
			broken("start-post-sale", "product", (field) -> field.remove("validate"),
					"Field_product: validate is missing");
		}

		@Test
		void freeTextWithoutALimit() throws IOException {
			broken("start-request", "description", (field) -> ((ObjectNode) field.get("validate")).remove("maxLength"),
					"Field_description: maxLength must be between 1 and 4000");
		}

		@Test
		void freeTextThatIsTooLong() throws IOException {
			broken("start-request", "description",
					(field) -> ((ObjectNode) field.get("validate")).put("maxLength", 4001),
					"Field_description: maxLength must be between 1 and 4000");
		}

		@Test
		void aNumberWithoutLimits() throws IOException {
			broken("start-post-sale", "amount", (field) -> ((ObjectNode) field.get("validate")).remove("max"),
					"Field_amount: a number needs min and max");
		}

		@Test
		void aSelectWithoutOptions() throws IOException {
			broken("start-request", "urgency", (field) -> field.putArray("values"),
					"Field_urgency: there must be two or more options with different CODES, not []",
					"Field_urgency: the default is none of the options");
		}

		@Test
		void aCodeUsedTwice() throws IOException {
			broken("answer-request", "nextStep",
					(field) -> ((ObjectNode) field.get("values").get(1)).put("value", "RESOLVED"),
					"Field_nextStep: there must be two or more options with different CODES, not [RESOLVED, RESOLVED, WAIT_FOR_THIRD_PARTY]");
		}

		@Test
		void anOptionWithoutALabel() throws IOException {
			broken("answer-request", "nextStep", (field) -> ((ObjectNode) field.get("values").get(1)).remove("label"),
					"Field_nextStep: each option needs a label");
		}

		@Test
		void aDefaultThatIsNoOption() throws IOException {
			broken("start-request", "urgency", (field) -> field.put("defaultValue", "EXTREME"),
					"Field_urgency: the default is none of the options");
		}

		@Test
		void optionsFromAnUnknownSource() throws IOException {
			broken("start-request", "product", (field) -> field.putObject("properties").put("options", "planets"),
					"Field_product: nobody provides the options «planets»");
		}

		@Test
		void dataThatIsListedAsWell() throws IOException {
			broken("start-request", "product",
					(field) -> field.putArray("values").addObject().put("label", "Máy lọc nước").put("value", "RO"),
					"Field_product: options that are data are not listed as well");
		}

		@Test
		void optionsFromAVariable() throws IOException {
			broken("start-request", "product", (field) -> field.put("valuesKey", "products"),
					"Field_product: options are listed in values or named in properties.options");
		}

		@Test
		void aConditionThatIsNoExpression() throws IOException {
			broken("answer-request", "resolution", hideWhen("nextStep"),
					"Field_resolution: the condition must be a FEEL expression that begins with =");
		}

		@Test
		void aConditionThatCannotBeRead() throws IOException {
			broken("answer-request", "resolution", hideWhen("=nextStep !== \"RESOLVED\""),
					"Field_resolution: the condition cannot be read: =nextStep !== \"RESOLVED\"");
		}

		@Test
		void aConditionOnAFieldThatIsNotThere() throws IOException {
			broken("answer-request", "resolution", hideWhen("=nextSteps != \"RESOLVED\""),
					"Field_resolution: the condition asks for «nextSteps», which the form does not have");
		}

		@Test
		void aRowThatIsTooWide() throws IOException {
			broken("start-request", "impact", (field) -> ((ObjectNode) field.get("layout")).put("columns", 10),
					"form: row «Row_level» is 18 columns wide, of 16");
		}

		@Test
		void aTaskThatHidesWhoTheCustomerIs() throws IOException {
			broken("answer-request", (form) -> text(form, "Text_Customer").put("text", "{{customerNumber}}"),
					"form: a task must show «customerName»");
		}

		@Test
		void aTaskThatHidesWhyItIsYours() throws IOException {
			broken("answer-request", (form) -> text(form, "Text_Deadline").put("text", "{{deadlineText}}"),
					"form: a task must show «whyYou»");
			broken("review-day-plan", (form) -> text(form, "Text_Deadline").put("text", "{{deadlineText}}"),
					"form: a task must show «whyYou»");
		}

		@Test
		void factsInAnotherOrder() throws IOException {
			broken("assign-by-hand", (form) -> {
				String history = text(form, "Text_History").get("text").asText();
				text(form, "Text_History").put("text", text(form, "Text_Case").get("text").asText());
				text(form, "Text_Case").put("text", history);
			}, "form: show who, what, deadline, history, script in this order, not "
					+ "[customerName, customerPhone, customerNumber, customerSummary, historyText, deadlineText, whyYou, caseTitle, caseDetail]");
		}

		@Test
		void factsBelowTheInputs() throws IOException {
			broken("assign-by-hand",
					(form) -> form.withArray("components")
						.addObject()
						.put("type", "text")
						.put("id", "Text_Last")
						.put("text", "Hết")
						.putObject("layout")
						.put("row", "Row_Last"),
					"form: show facts before inputs");
		}

		@Test
		void aFactThatNobodyProvides() throws IOException {
			broken("assign-by-hand", (form) -> text(form, "Text_History").put("text", "{{historyText}} {{horoscope}}"),
					"form: show who, what, deadline, history, script in this order, not "
							+ "[customerName, customerPhone, customerNumber, customerSummary, caseTitle, caseDetail, deadlineText, whyYou, historyText, horoscope]",
					"Text_History: nobody provides «horoscope»");
		}

		@Test
		void factsOfACaseThatHasNotBegun() throws IOException {
			broken("start-request",
					(form) -> form.withArray("components")
						.addObject()
						.put("type", "text")
						.put("id", "Text_Customer")
						.put("text", "{{customerName}}")
						.putObject("layout")
						.put("row", "Row_Customer"),
					"form: «customerName» is not known before the case is");
		}

		private static Consumer<ObjectNode> hideWhen(String expression) {
			return (field) -> ((ObjectNode) field.get("conditional")).put("hide", expression);
		}

		private void broken(String form, String key, Consumer<ObjectNode> harm, String... complaints)
				throws IOException {
			broken(form, (whole) -> harm.accept(component(whole, "key", key)), complaints);
		}

		private void broken(String form, Consumer<ObjectNode> harm, String... complaints) throws IOException {
			ObjectNode harmed = (ObjectNode) read(form);
			harm.accept(harmed);
			assertThat(FormConventionsTests.this.conventions.complaintsAbout(form, harmed))
				.containsExactlyInAnyOrder(complaints);
		}

		private static ObjectNode text(ObjectNode form, String id) {
			return component(form, "id", id);
		}

		private static ObjectNode component(ObjectNode form, String field, String value) {
			for (JsonNode component : form.get("components")) {
				if (component.path(field).asText().equals(value)) {
					return (ObjectNode) component;
				}
			}
			throw new IllegalArgumentException("No component with " + field + " " + value);
		}

	}

}
