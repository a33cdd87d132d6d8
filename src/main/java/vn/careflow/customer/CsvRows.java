package vn.careflow.customer;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** Reads a CSV file (RFC 4180, any delimiter) row by row; only one row is in memory. */
final class CsvRows implements Closeable {

	private static final CsvMapper CSV = CsvMapper.builder()
		.enable(CsvParser.Feature.WRAP_AS_ARRAY)
		.enable(CsvParser.Feature.SKIP_EMPTY_LINES)
		.build();

	private static final int BYTE_ORDER_MARK = 0xFEFF;

	private final MappingIterator<String[]> rows;

	private final List<String> header;

	private int number;

	/**
	 * Opens a file and reads its header.
	 * @throws InvalidInput when the file has none, or not one that can be mapped
	 */
	CsvRows(InputStream file, ImportMapping mapping) throws IOException {
		CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(mapping.delimiter());
		this.rows = CSV.readerFor(String[].class)
			.with(schema)
			.readValues(withoutMark(new BufferedReader(new InputStreamReader(file, mapping.charset()))));
		this.header = readHeader();
	}

	List<String> header() {
		return this.header;
	}

	/** At most so many further rows; none at the end of the file. */
	List<CsvRow> next(int count) throws IOException {
		List<CsvRow> next = new ArrayList<>(count);
		while (next.size() < count && hasNext()) {
			List<String> cells = Arrays.asList(nextCells());
			this.number++;
			next.add(new CsvRow(this.number, this.header, cells));
		}
		return next;
	}

	/**
	 * Goes over rows without giving them out.
	 * @return how many there were
	 */
	int skip(int count) throws IOException {
		int skipped = 0;
		while (skipped < count && hasNext()) {
			nextCells();
			this.number++;
			skipped++;
		}
		return skipped;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

	private List<String> readHeader() throws IOException {
		if (!hasNext()) {
			throw new InvalidInput("file", "Tệp trống: cần một dòng tiêu đề và các dòng dữ liệu.");
		}
		List<String> names = Arrays.stream(nextCells()).map(String::strip).toList();
		if (Set.copyOf(names).size() != names.size()) {
			throw new InvalidInput("file", "Dòng tiêu đề có hai cột cùng tên.");
		}
		return names;
	}

	/** Spreadsheets put it in front, and it would become part of the first name. */
	private static Reader withoutMark(Reader reader) throws IOException {
		reader.mark(1);
		if (reader.read() != BYTE_ORDER_MARK) {
			reader.reset();
		}
		return reader;
	}

	private boolean hasNext() throws IOException {
		try {
			return this.rows.hasNextValue();
		}
		catch (JsonProcessingException ex) {
			throw unreadable(ex);
		}
	}

	private String[] nextCells() throws IOException {
		try {
			return this.rows.nextValue();
		}
		catch (JsonProcessingException ex) {
			throw unreadable(ex);
		}
	}

	private InvalidInput unreadable(JsonProcessingException ex) {
		long line = (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 0;
		return new InvalidInput("file", "Không đọc được tệp quanh dòng " + line + ", sau dòng dữ liệu thứ "
				+ this.number + ": dấu ngoặc kép không đóng hoặc thừa ký tự sau dấu đóng.");
	}

}
