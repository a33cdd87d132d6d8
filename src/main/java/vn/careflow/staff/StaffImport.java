package vn.careflow.staff;

import java.util.List;

/**
 * What a file of people or absences made, or would make, of the book. A file with an
 * error in any row changes nothing.
 *
 * @param dryRun whether it was only tried
 * @param rows how many rows the file has, the header left out
 * @param created how many of them are new
 * @param changed how many of them differ from what is known
 * @param unchanged how many of them say what is known already
 * @param errors what is wrong, by row
 */
record StaffImport(boolean dryRun, int rows, int created, int changed, int unchanged, List<RowError> errors) {

	/**
	 * What is wrong with one row.
	 *
	 * @param row which row, from 1, the header left out
	 * @param field the column
	 * @param message why, in Vietnamese
	 */
	record RowError(int row, String field, String message) {
	}

	/**
	 * What a row means for the book.
	 */
	enum Change {

		CREATED, CHANGED, UNCHANGED

	}

	static StaffImport of(boolean dryRun, int rows, List<Change> changes, List<RowError> errors) {
		return new StaffImport(dryRun, rows, count(changes, Change.CREATED), count(changes, Change.CHANGED),
				count(changes, Change.UNCHANGED), List.copyOf(errors));
	}

	private static int count(List<Change> changes, Change change) {
		return (int) changes.stream().filter(change::equals).count();
	}

}
