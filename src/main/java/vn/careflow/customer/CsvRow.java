package vn.careflow.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a file.
 *
 * @param number counted from 1, the header left out
 * @param header names of the columns
 * @param cells as many as were written, which may differ from the header
 */
record CsvRow(int number, List<String> header, List<String> cells) {

	Map<String, String> byColumn() {
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < this.header.size(); i++) {
			row.put(this.header.get(i), this.cells.get(i).strip());
		}
		return row;
	}

}
