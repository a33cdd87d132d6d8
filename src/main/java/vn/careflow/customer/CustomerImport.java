package vn.careflow.customer;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An import of customers and how far it has come. Every row read is counted once, as
 * created, known or refused.
 *
 * @param id stable identity
 * @param fileName as the sender called it
 * @param dryRun nothing is written: "created" means would be created
 * @param state how far it has come
 * @param rowsTotal rows in the file, the header left out
 * @param rowsDone rows read so far
 * @param created customers that were new
 * @param known rows whose source and external id were on record or earlier in the file
 * @param refused rows with an error
 * @param careRequested customers for whom pre-sale care was begun
 * @param failure why it stopped, in Vietnamese
 * @param submittedBy who asked for it
 * @param submittedAt when
 * @param startedAt when a node first took it
 * @param endedAt when the last row was read, or when it stopped
 */
public record CustomerImport(UUID id, String fileName, boolean dryRun, ImportState state, int rowsTotal, int rowsDone,
		int created, int known, int refused, int careRequested, @Nullable String failure, @Nullable String submittedBy,
		Instant submittedAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {

	/** How much of the file was read, 0 to 100. */
	@JsonProperty
	public int percent() {
		return (this.rowsTotal == 0) ? 100 : (int) (100L * this.rowsDone / this.rowsTotal);
	}

}
