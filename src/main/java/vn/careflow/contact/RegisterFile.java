package vn.careflow.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/**
 * Reads a file of the register row by row: CSV in UTF-8 with a header, comma or
 * semicolon, one column with the number; further columns are ignored.
 */
final class RegisterFile {

	private static final CsvMapper CSV = CsvMapper.builder()
		.enable(CsvParser.Feature.WRAP_AS_ARRAY)
		.enable(CsvParser.Feature.SKIP_EMPTY_LINES)
		.build();

	private static final Set<String> NAMES = Set.of("number", "phone", "so_dien_thoai", "số điện thoại");

	private static final int LONGEST_HEADER = 4096;

	private final MappingIterator<String[]> rows;

	private final String name;

	private final int column;

	/**
	 * Opens a file and finds the column.
	 * @throws FieldRefused when it has none
	 */
	RegisterFile(InputStream file) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
		reader.mark(LONGEST_HEADER);
		if (reader.read() != 0xFEFF) {
			reader.reset();
		}
		reader.mark(LONGEST_HEADER);
		char delimiter = delimiter(reader);
		reader.reset();
		this.rows = CSV.readerFor(String[].class)
			.with(CsvSchema.emptySchema().withColumnSeparator(delimiter))
			.readValues(reader);
		List<String> header = List.of(this.rows.hasNextValue() ? this.rows.nextValue() : new String[0]);
		this.column = column(header);
		this.name = header.get(this.column).strip();
	}

	/** What the file calls the column. */
	String name() {
		return this.name;
	}

	/**
	 * At most so many further numbers as they are written, none at the end of the file.
	 * @throws FieldRefused when the rest is no CSV
	 */
	List<String> next(int count) throws IOException {
		List<String> next = new ArrayList<>(count);
		try {
			while (next.size() < count && this.rows.hasNextValue()) {
				String[] cells = this.rows.nextValue();
				next.add((this.column < cells.length) ? cells[this.column].strip() : "");
			}
		}
		catch (RuntimeJsonMappingException | JsonProcessingException ex) {
			throw new FieldRefused("file", "Tệp không phải CSV hợp lệ.");
		}
		return next;
	}

	private static char delimiter(BufferedReader reader) throws IOException {
		for (int i = 0; i < LONGEST_HEADER - 1; i++) {
			int character = reader.read();
			if (character == ';') {
				return ';';
			}
			if (character < 0 || character == '\n') {
				return ',';
			}
		}
		return ',';
	}

	private static int column(List<String> header) {
		for (int i = 0; i < header.size(); i++) {
			if (NAMES.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
				return i;
			}
		}
		throw new FieldRefused("file", "Dòng đầu của tệp phải có cột «number» hoặc «so_dien_thoai».");
	}

}
