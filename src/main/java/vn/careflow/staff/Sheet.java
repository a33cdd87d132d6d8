package vn.careflow.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/**
 * A table as a spreadsheet reads and writes it: CSV in UTF-8 with a byte order mark, so
 * that Vietnamese is read as such, and with semicolons, because that is what a
 * spreadsheet set to Vietnamese expects. Read are commas too, with or without the mark. A
 * cell that a spreadsheet would take for a formula is written behind an apostrophe.
 */
final class Sheet {

	static final int MOST_ROWS = 5_000;

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private static final String MARK = "\uFEFF";

	private static final String FORMULA = "=+-@\t\r";

	private static final CsvMapper CSV = CsvMapper.builder()
		.enable(CsvParser.Feature.WRAP_AS_ARRAY)
		.enable(CsvParser.Feature.SKIP_EMPTY_LINES)
		.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
		.build();

	private Sheet() {
	}

	/**
	 * Writes a table.
	 * @param columns the header
	 * @param rows the cells of each row, in the order of the header
	 * @return the file
	 */
	static byte[] write(List<String> columns, List<List<String>> rows) {
		List<List<String>> lines = new ArrayList<>(List.of(columns));
		rows.stream().map((row) -> row.stream().map(Sheet::harmless).toList()).forEach(lines::add);
		CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(';').withLineSeparator("\r\n");
		try {
			return (MARK + CSV.writer(schema).writeValueAsString(lines)).getBytes(StandardCharsets.UTF_8);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a table.
	 * @param file the file
	 * @param columns the columns that there may be
	 * @param required the columns that there must be
	 * @return the cells of each row by column, without surrounding blanks; only columns
	 * of the header
	 * @throws StaffProblem when it is no such table or too large
	 */
	static List<Map<String, String>> read(InputStream file, List<String> columns, Set<String> required) {
		List<String[]> lines = lines(text(file));
		List<String> header = Arrays.stream(lines.isEmpty() ? new String[0] : lines.get(0)).map(String::strip).toList();
		requireColumns(header, columns, required);
		if (lines.size() - 1 > MOST_ROWS) {
			throw StaffProblem.invalid("file", "Tệp có hơn " + MOST_ROWS + " dòng");
		}
		return lines.stream().skip(1).map((cells) -> row(header, cells)).toList();
	}

	private static void requireColumns(List<String> header, List<String> columns, Set<String> required) {
		if (!header.containsAll(required)) {
			throw StaffProblem.invalid("file",
					"Dòng đầu của tệp phải có các cột " + required.stream().sorted().toList());
		}
		header.stream().filter((name) -> !columns.contains(name)).findFirst().ifPresent((name) -> {
			throw StaffProblem.invalid("file", "Không có cột «" + name + "»; các cột là " + columns);
		});
		if (Set.copyOf(header).size() != header.size()) {
			throw StaffProblem.invalid("file", "Dòng đầu của tệp có hai cột cùng tên");
		}
	}

	private static Map<String, String> row(List<String> header, String[] cells) {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < header.size(); i++) {
			row.put(header.get(i), (i < cells.length) ? asWritten(cells[i].strip()) : "");
		}
		return row;
	}

	private static List<String[]> lines(String text) {
		String head = text.lines().findFirst().orElse("");
		CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(head.contains(";") ? ';' : ',');
		try (MappingIterator<String[]> lines = CSV.readerFor(String[].class)
			.with(schema)
			.readValues(new StringReader(text))) {
			return lines.readAll();
		}
		catch (IOException ex) {
			throw StaffProblem.invalid("file", "Tệp không phải CSV hợp lệ");
		}
	}

	private static String text(InputStream file) {
		try {
			byte[] bytes = file.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw StaffProblem.invalid("file", "Tệp lớn hơn 4 MB");
			}
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
		}
		catch (CharacterCodingException ex) {
			throw StaffProblem.invalid("file", "Tệp không phải UTF-8: hãy lưu lại với định dạng «CSV UTF-8»");
		}
		catch (IOException ex) {
			throw StaffProblem.invalid("file", "Không đọc được tệp");
		}
	}

	private static String harmless(String cell) {
		return (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

	private static String asWritten(String cell) {
		return (cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0) ? cell.substring(1)
				: cell;
	}

}
