package vn.careflow.contact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a file of the register of numbers that forbid advertising has come to.
 *
 * @param change whether its numbers were added or removed
 * @param dryRun whether it was only looked at
 * @param rows how many rows were read so far
 * @param changed how many numbers were added or removed, or would have been
 * @param unchanged how many were as the file says already
 * @param failed how many rows hold no number
 * @param finishedAt null while it runs; one that never ends may be sent again
 */
record RegisterImport(UUID id, Change change, boolean dryRun, State state, int rows, int changed, int unchanged,
		int failed, Instant startedAt, @Nullable Instant finishedAt) {

	/** What a file does. */
	enum Change {

		ADD, REMOVE

	}

	/** How far it is. */
	enum State {

		RUNNING, DONE

	}

	/**
	 * A row that holds no number. The text itself is not kept: it may be one.
	 *
	 * @param row the row's number, the first one below the header is 1
	 * @param field the column
	 * @param message what is wrong
	 */
	record RowError(int row, String field, String message) {
	}

}
