package vn.careflow.customer;

/**
 * What is wrong, or worth a look, in one row of a file.
 *
 * @param row counted from 1, the header left out
 * @param field the field of the mapping, or {@code row} for the row as a whole
 * @param severity ERROR refused the row, NOTICE did not
 * @param message in Vietnamese, without the value itself
 */
public record ImportProblem(int row, String field, Severity severity, String message) {

	/** Whether the row was refused. */
	public enum Severity {

		ERROR, NOTICE

	}

}
