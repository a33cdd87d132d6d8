package vn.careflow.customer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

import vn.careflow.customer.ImportChunks.ClaimLost;
import vn.careflow.customer.ImportChunks.Key;
import vn.careflow.customer.ImportStore.Job;

/** Runs an import to its end, from wherever it stopped before. */
@Component
class ImportRunner {

	private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

	private final String node = UUID.randomUUID().toString();

	private final Set<UUID> running = ConcurrentHashMap.newKeySet();

	private final ImportStore store;

	private final ImportChunks chunks;

	private final ImportSettings settings;

	private final ObjectMapper json;

	private final Clock clock;

	ImportRunner(ImportStore store, ImportChunks chunks, ImportSettings settings, ObjectMapper json, Clock clock) {
		this.store = store;
		this.chunks = chunks;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Claims the longest waiting import and runs it.
	 * @param stopping asked between two chunks: a node that shuts down leaves the rest to
	 * others
	 * @return false when none was waiting
	 */
	boolean runNext(BooleanSupplier stopping) {
		Optional<Job> job = claim();
		job.ifPresent((claimed) -> {
			try {
				run(claimed, stopping);
			}
			finally {
				this.running.remove(claimed.id());
			}
		});
		return job.isPresent();
	}

	/** One thread at a time, so that a claim is known before the next is made. */
	private synchronized Optional<Job> claim() {
		Optional<Job> job = this.store.claim(this.node, Set.copyOf(this.running), SqlTime.now(this.clock),
				SqlTime.now(this.clock).plus(this.settings.claim()));
		job.ifPresent((claimed) -> this.running.add(claimed.id()));
		return job;
	}

	private void run(Job job, BooleanSupplier stopping) {
		try {
			if (writeAll(job, stopping)) {
				this.store.finish(job, SqlTime.now(this.clock));
				log.info("Import {} is done", job.id());
			}
			else {
				this.store.release(job);
				log.info("Import {} is left to other nodes", job.id());
			}
		}
		catch (ClaimLost ex) {
			log.warn("{}", ex.getMessage());
		}
		catch (RuntimeException | IOException ex) {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			log.error("Import {} stopped", job.id(), withoutMessage(cause));
			this.store.fail(job,
					"Dừng vì lỗi của hệ thống (" + cause.getClass().getSimpleName()
							+ "). Các dòng đã nhập được giữ nguyên; có thể tiếp tục phần còn lại.",
					SqlTime.now(this.clock));
		}
	}

	/** True when the end of the file was reached. */
	private boolean writeAll(Job job, BooleanSupplier stopping) throws IOException {
		ImportMapping mapping = ImportMapping.parse(job.mapping(), this.json);
		if (job.dryRun()) {
			this.store.restart(job.id());
		}
		Set<Key> seen = new HashSet<>();
		int careLeft = job.careWanted() - (job.dryRun() ? 0 : job.careRequested());
		try (InputStream file = this.store.file(job.id()); CsvRows rows = new CsvRows(file, mapping)) {
			rows.skip(job.dryRun() ? 0 : job.rowsDone());
			while (!stopping.getAsBoolean()) {
				List<CsvRow> chunk = rows.next(this.settings.chunkSize());
				if (chunk.isEmpty()) {
					return true;
				}
				careLeft -= this.chunks.write(job, chunk.stream().map(mapping::read).toList(), seen, careLeft);
			}
			return false;
		}
	}

	/** A message may quote a row, and rows are personal; where it happened is not. */
	private static IllegalStateException withoutMessage(Throwable cause) {
		IllegalStateException trace = new IllegalStateException(cause.getClass().getName());
		trace.setStackTrace(cause.getStackTrace());
		return trace;
	}

}
