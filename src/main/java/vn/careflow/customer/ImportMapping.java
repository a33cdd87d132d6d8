package vn.careflow.customer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Says how a row of a file becomes a customer.
 *
 * @param delimiter what stands between two cells
 * @param charset of the file
 * @param fields how each field is made, by its name as written in the mapping
 * @param translations per field, which cell text means which value
 */
record ImportMapping(char delimiter, Charset charset, Map<String, ImportTemplate> fields,
		Map<String, Map<String, String>> translations) {

	static final String WHOLE_ROW = "row";

	/** One value of a field that may have several is written in the singular. */
	private static final Map<String, String> SINGULAR = Map.of("phone", "phones", "email", "emails", "zaloId",
			"zaloIds", "facebookId", "facebookIds", "need", "needs");

	/** Without these the same file twice would make everybody twice. */
	private static final Set<String> REQUIRED = Set.of("name", "source", "externalId");

	private static final char UNREADABLE = '\uFFFD';

	/**
	 * Reads a mapping.
	 * @throws InvalidInput naming each part that makes no sense
	 */
	static ImportMapping parse(String text, ObjectMapper json) {
		MappingFile file = read(text, json);
		List<FieldProblem> problems = new ArrayList<>();
		char delimiter = delimiter(file.delimiter(), problems);
		Charset charset = charset(file.charset(), problems);
		Map<String, ImportTemplate> templates = templates(orEmpty(file.fields()), problems);
		Map<String, Map<String, String>> translations = orEmpty(file.values());
		translations.keySet()
			.stream()
			.filter((field) -> !templates.containsKey(field))
			.forEach((field) -> problems
				.add(new FieldProblem("mapping.values." + field, "Trường này không có trong “fields”.")));
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return new ImportMapping(delimiter, charset, templates, translations);
	}

	/** What keeps the mapping from fitting a file with these columns. */
	List<FieldProblem> problemsWith(List<String> header) {
		List<FieldProblem> problems = new ArrayList<>();
		this.fields.forEach((field, template) -> template.columns()
			.stream()
			.filter((column) -> !header.contains(column))
			.forEach((column) -> problems.add(new FieldProblem("mapping.fields." + field,
					"Tệp không có cột “" + column + "”. Các cột trong tệp: " + String.join(", ", header) + "."))));
		return problems;
	}

	/** Whether customers can come with a need, which pre-sale care begins with. */
	boolean hasNeed() {
		return this.fields.containsKey("need") || this.fields.containsKey("needs");
	}

	/** The customer of a row, or what is wrong with it. */
	ReadRow read(CsvRow row) {
		if (row.cells().size() != row.header().size()) {
			return ReadRow.refused(row.number(), List.of(new FieldProblem(WHOLE_ROW,
					"Dòng có " + row.cells().size() + " ô, dòng tiêu đề có " + row.header().size() + " ô.")));
		}
		List<FieldProblem> problems = new ArrayList<>();
		CustomerFields fields = new CustomerFields(values(row, problems));
		NewCustomer customer = fields.newCustomer();
		fields.problems().forEach((problem) -> problems.add(asWritten(problem)));
		if (customer != null && customer.externalId() == null) {
			problems.add(new FieldProblem("externalId", "Cần có mã của khách hàng trong nguồn."));
		}
		return (customer != null && problems.isEmpty()) ? ReadRow.accepted(row.number(), customer)
				: ReadRow.refused(row.number(), problems);
	}

	private Map<String, List<String>> values(CsvRow row, List<FieldProblem> problems) {
		Map<String, String> cells = row.byColumn();
		Map<String, List<String>> values = new LinkedHashMap<>();
		this.fields.forEach((field, template) -> {
			String value = template.of(cells, row.number());
			if (value.indexOf(UNREADABLE) >= 0) {
				problems.add(new FieldProblem(field, "Có ký tự không đọc được: tệp không phải " + this.charset + "."));
			}
			String translated = this.translations.getOrDefault(field, Map.of()).getOrDefault(value, value);
			String name = SINGULAR.getOrDefault(field, field);
			values.computeIfAbsent(name, (key) -> new ArrayList<>()).addAll(split(name, translated));
		});
		return values;
	}

	private static List<String> split(String name, String value) {
		return CustomerFields.LISTS.contains(name) ? Arrays.stream(value.split(";")).map(String::strip).toList()
				: List.of(value);
	}

	/** People look for the name that they wrote. */
	private FieldProblem asWritten(FieldProblem problem) {
		String field = problem.field().replaceAll("\\[\\d+]$", "");
		return this.fields.keySet()
			.stream()
			.filter((written) -> SINGULAR.getOrDefault(written, written).equals(field))
			.findFirst()
			.map((written) -> new FieldProblem(written, problem.message()))
			.orElse(problem);
	}

	private static MappingFile read(String text, ObjectMapper json) {
		try {
			MappingFile file = json.readValue(text, MappingFile.class);
			if (file == null || file.fields() == null) {
				throw new InvalidInput("mapping.fields", "Cần có “fields”: trường nào lấy từ cột nào.");
			}
			return file;
		}
		catch (JsonProcessingException ex) {
			String line = (ex.getLocation() != null) ? " ở dòng " + ex.getLocation().getLineNr() : "";
			throw new InvalidInput("mapping", "Tệp ánh xạ không đúng dạng JSON mô tả trong tài liệu" + line + ".");
		}
	}

	private static Map<String, ImportTemplate> templates(Map<String, String> fields, List<FieldProblem> problems) {
		Map<String, ImportTemplate> templates = new LinkedHashMap<>();
		fields.forEach((field, text) -> {
			if (!CustomerFields.NAMES.contains(SINGULAR.getOrDefault(field, field))) {
				problems.add(new FieldProblem("mapping.fields." + field, "Không có trường này."));
				return;
			}
			try {
				templates.put(field, ImportTemplate.parse(text));
			}
			catch (IllegalArgumentException ex) {
				problems.add(new FieldProblem("mapping.fields." + field, "Dấu ngoặc { } không đủ cặp."));
			}
		});
		REQUIRED.stream()
			.filter((field) -> !fields.containsKey(field))
			.sorted()
			.forEach((field) -> problems.add(new FieldProblem("mapping.fields." + field, "Bắt buộc phải có.")));
		return templates;
	}

	private static char delimiter(@Nullable String text, List<FieldProblem> problems) {
		String delimiter = (text == null) ? "," : text.toLowerCase(Locale.ROOT).replace("tab", "\t");
		if (delimiter.length() != 1 || delimiter.charAt(0) == '"') {
			problems.add(new FieldProblem("mapping.delimiter", "Phải là đúng một ký tự, hoặc tab."));
			return ',';
		}
		return delimiter.charAt(0);
	}

	private static Charset charset(@Nullable String name, List<FieldProblem> problems) {
		try {
			return (name != null) ? Charset.forName(name) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			problems.add(new FieldProblem("mapping.charset", "Không có bảng mã này; ví dụ UTF-8, windows-1258."));
			return StandardCharsets.UTF_8;
		}
	}

	private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
		return (map != null) ? map : Map.of();
	}

	/**
	 * A mapping as it is written.
	 *
	 * @param description for people
	 * @param delimiter one character or {@code tab}, a comma when left out
	 * @param charset UTF-8 when left out
	 * @param fields field to template
	 * @param values field to cell text to value
	 */
	private record MappingFile(@Nullable String description, @Nullable String delimiter, @Nullable String charset,
			@Nullable Map<String, String> fields, @Nullable Map<String, Map<String, String>> values) {

	}

	/**
	 * What came of reading a row.
	 *
	 * @param row counted from 1
	 * @param customer null when the row is refused
	 * @param problems empty when it is not
	 */
	record ReadRow(int row, @Nullable NewCustomer customer, List<FieldProblem> problems) {

		static ReadRow accepted(int row, NewCustomer customer) {
			return new ReadRow(row, customer, List.of());
		}

		static ReadRow refused(int row, List<FieldProblem> problems) {
			return new ReadRow(row, null, problems);
		}

	}

}
