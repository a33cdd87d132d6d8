package vn.careflow.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the value of a field is made from a row: text with columns and row numbers in
 * braces, such as <code>bank-{row}</code>, <code>+8490{row:7}</code> (seven digits) or
 * <code>{last name} {first name}</code>.
 *
 * @param parts texts and placeholders in their order
 */
record ImportTemplate(List<Part> parts) {

	private static final Pattern ROW = Pattern.compile("row(?::(\\d{1,2}))?");

	/**
	 * Reads a template.
	 * @throws IllegalArgumentException when a brace has no partner
	 */
	static ImportTemplate parse(String text) {
		List<Part> parts = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			int open = text.indexOf('{', at);
			String literal = text.substring(at, (open < 0) ? text.length() : open);
			parts.add((row, number) -> literal);
			if (literal.indexOf('}') >= 0) {
				throw new IllegalArgumentException("A closing brace without an opening one");
			}
			if (open < 0) {
				break;
			}
			int close = text.indexOf('}', open);
			if (close < 0) {
				throw new IllegalArgumentException("An opening brace without a closing one");
			}
			parts.add(placeholder(text.substring(open + 1, close)));
			at = close + 1;
		}
		return new ImportTemplate(List.copyOf(parts));
	}

	/** The value for a row: its cells by column, and its number. */
	String of(Map<String, String> row, int number) {
		StringBuilder value = new StringBuilder();
		this.parts.forEach((part) -> value.append(part.of(row, number)));
		return value.toString().strip();
	}

	/** The columns it reads. */
	Set<String> columns() {
		Set<String> columns = new LinkedHashSet<>();
		for (Part part : this.parts) {
			if (part instanceof Column column) {
				columns.add(column.name());
			}
		}
		return columns;
	}

	private static Part placeholder(String name) {
		Matcher row = ROW.matcher(name);
		if (!row.matches()) {
			return new Column(name.strip());
		}
		String format = (row.group(1) != null) ? "%0" + Integer.parseInt(row.group(1)) + "d" : "%d";
		return (cells, number) -> format.formatted(number);
	}

	/** A piece of the value. */
	@FunctionalInterface
	interface Part {

		String of(Map<String, String> row, int number);

	}

	/**
	 * A piece that is the cell of a column.
	 *
	 * @param name the column's name in the header
	 */
	record Column(String name) implements Part {

		@Override
		public String of(Map<String, String> row, int number) {
			return row.getOrDefault(this.name, "");
		}

	}

}
