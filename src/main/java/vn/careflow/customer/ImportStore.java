package vn.careflow.customer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps imports, the files they read and the problems they found where every node sees
 * them. A node owns an import while its claim holds, and can move it on only as long.
 */
@Repository
class ImportStore {

	/** Enough to see what is wrong with a file; a million like it would help nobody. */
	static final int MAX_PROBLEMS = 10_000;

	/** H2 keeps at most 1 MiB in such a column. */
	private static final int PART_BYTES = 512 * 1024;

	private static final UUID NOTHING = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	ImportStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	@Transactional
	public void insert(UUID importId, NewImport newImport, int rowsTotal, Instant now) throws IOException {
		this.jdbc.sql("""
				insert into customer_import (id, file_name, file_bytes, mapping, dry_run, care_wanted, state,
					rows_total, rows_done, rows_created, rows_known, rows_refused, care_requested, submitted_by,
					submitted_at)
				values (:id, :fileName, 0, :mapping, :dryRun, :careWanted, 'QUEUED', :rowsTotal, 0, 0, 0, 0, 0,
					:submittedBy, :now)""")
			.param("id", importId)
			.param("fileName", LimitedText.cut(newImport.fileName(), 255))
			.param("mapping", newImport.mapping())
			.param("dryRun", newImport.dryRun())
			.param("careWanted", newImport.careWanted())
			.param("rowsTotal", rowsTotal)
			.param("submittedBy", newImport.submittedBy())
			.param("now", SqlTime.of(now))
			.update();
		long bytes = insertParts(importId, newImport);
		this.jdbc.sql("update customer_import set file_bytes = :bytes where id = :id")
			.param("bytes", bytes)
			.param("id", importId)
			.update();
	}

	Optional<CustomerImport> find(UUID importId) {
		return this.jdbc.sql("select * from customer_import where id = :id")
			.param("id", importId)
			.query(ImportStore::customerImport)
			.optional();
	}

	Page<CustomerImport> page(int page, int size) {
		long total = this.jdbc.sql("select count(*) from customer_import").query(Long.class).single();
		List<CustomerImport> imports = this.jdbc.sql("""
				select * from customer_import order by submitted_at desc, id
				offset :offset rows fetch next :size rows only""")
			.param("offset", (long) page * size)
			.param("size", size)
			.query(ImportStore::customerImport)
			.list();
		return new Page<>(imports, page, size, total);
	}

	Page<ImportProblem> problems(UUID importId, int page, int size) {
		long total = problemCount(importId);
		List<ImportProblem> problems = this.jdbc.sql("""
				select row_no, field, severity, message from customer_import_problem where import_id = :id
				order by row_no, id offset :offset rows fetch next :size rows only""")
			.param("id", importId)
			.param("offset", (long) page * size)
			.param("size", size)
			.query((row, index) -> new ImportProblem(row.getInt("row_no"), row.getString("field"),
					ImportProblem.Severity.valueOf(row.getString("severity")), row.getString("message")))
			.list();
		return new Page<>(problems, page, size, total);
	}

	/**
	 * Takes the longest waiting import that nobody works on, or whose node went silent,
	 * but none of those that this node works on.
	 */
	@Transactional
	public Optional<Job> claim(String node, Collection<UUID> running, Instant now, Instant until) {
		Optional<UUID> waiting = this.jdbc.sql("""
				select id from customer_import
				where (state = 'QUEUED' or (state = 'RUNNING' and claimed_until <= :now)) and id not in (:running)
				order by submitted_at fetch first 1 row only for update skip locked""")
			.param("now", SqlTime.of(now))
			.param("running", running.isEmpty() ? List.of(NOTHING) : running)
			.query(UUID.class)
			.optional();
		waiting.ifPresent((importId) -> this.jdbc.sql("""
				update customer_import set state = 'RUNNING', claimed_by = :node, claimed_until = :until,
					started_at = coalesce(started_at, :now) where id = :id""")
			.param("node", node)
			.param("until", SqlTime.of(until))
			.param("now", SqlTime.of(now))
			.param("id", importId)
			.update());
		return waiting.map((importId) -> this.jdbc.sql(
				"select id, mapping, dry_run, care_wanted, rows_done, care_requested from customer_import where id = :id")
			.param("id", importId)
			.query((row, index) -> new Job(importId, node, row.getString("mapping"), row.getBoolean("dry_run"),
					row.getInt("care_wanted"), row.getInt("rows_done"), row.getInt("care_requested")))
			.single());
	}

	/** The file, read piece by piece as it is needed. */
	InputStream file(UUID importId) {
		return new SequenceInputStream(new Enumeration<>() {

			private int partNo;

			private Optional<byte[]> next = part(importId, 0);

			@Override
			public boolean hasMoreElements() {
				return this.next.isPresent();
			}

			@Override
			public InputStream nextElement() {
				byte[] content = this.next.orElseThrow(NoSuchElementException::new);
				this.partNo++;
				this.next = part(importId, this.partNo);
				return new ByteArrayInputStream(content);
			}

		});
	}

	/** A dry run that was cut short begins again: it left nothing behind. */
	@Transactional
	public void restart(UUID importId) {
		this.jdbc.sql("delete from customer_import_problem where import_id = :id").param("id", importId).update();
		this.jdbc.sql("""
				update customer_import set rows_done = 0, rows_created = 0, rows_known = 0, rows_refused = 0,
					care_requested = 0 where id = :id""").param("id", importId).update();
	}

	/**
	 * Saves what a chunk brought, if the node still owns the import.
	 */
	boolean advance(Job job, ChunkResult result, Instant until) {
		insertProblems(job.id(), result.problems());
		return this.jdbc.sql("""
				update customer_import set rows_done = rows_done + :done, rows_created = rows_created + :created,
					rows_known = rows_known + :known, rows_refused = rows_refused + :refused,
					care_requested = care_requested + :care, claimed_until = :until
				where id = :id and claimed_by = :node and state = 'RUNNING'""")
			.param("done", result.created() + result.known() + result.refused())
			.param("created", result.created())
			.param("known", result.known())
			.param("refused", result.refused())
			.param("care", result.careRequested())
			.param("until", SqlTime.of(until))
			.param("id", job.id())
			.param("node", job.node())
			.update() == 1;
	}

	/** All rows are read; nobody needs the file with its personal data any more. */
	@Transactional
	public void finish(Job job, Instant now) {
		if (leave(job, ImportState.DONE, null, now)) {
			this.jdbc.sql("delete from customer_import_part where import_id = :id").param("id", job.id()).update();
		}
	}

	boolean fail(Job job, String failure, Instant now) {
		return leave(job, ImportState.FAILED, failure, now);
	}

	/** Lets another node go on at once. */
	void release(Job job) {
		this.jdbc.sql("""
				update customer_import set state = 'QUEUED', claimed_by = null, claimed_until = null
				where id = :id and claimed_by = :node and state = 'RUNNING'""")
			.param("id", job.id())
			.param("node", job.node())
			.update();
	}

	boolean requeue(UUID importId) {
		return this.jdbc.sql("""
				update customer_import set state = 'QUEUED', failure = null, ended_at = null
				where id = :id and state = 'FAILED'""").param("id", importId).update() == 1;
	}

	private boolean leave(Job job, ImportState state, String failure, Instant now) {
		return this.jdbc.sql("""
				update customer_import set state = :state, failure = :failure, ended_at = :now, claimed_by = null,
					claimed_until = null where id = :id and claimed_by = :node and state = 'RUNNING'""")
			.param("state", state.name())
			.param("failure", failure)
			.param("now", SqlTime.of(now))
			.param("id", job.id())
			.param("node", job.node())
			.update() == 1;
	}

	private long insertParts(UUID importId, NewImport newImport) throws IOException {
		long bytes = 0;
		try (InputStream file = newImport.file().getInputStream()) {
			int partNo = 0;
			for (byte[] part = file.readNBytes(PART_BYTES); part.length > 0; part = file.readNBytes(PART_BYTES)) {
				this.jdbc.sql(
						"insert into customer_import_part (import_id, part_no, content) values (:id, :partNo, :content)")
					.param("id", importId)
					.param("partNo", partNo)
					.param("content", part)
					.update();
				partNo++;
				bytes += part.length;
			}
		}
		return bytes;
	}

	private void insertProblems(UUID importId, List<ImportProblem> problems) {
		if (problems.isEmpty()) {
			return;
		}
		long room = Math.max(0, MAX_PROBLEMS - problemCount(importId));
		SqlParameterSource[] rows = problems.stream()
			.limit(room)
			.map((problem) -> new MapSqlParameterSource("id", importId).addValue("row", problem.row())
				.addValue("field", problem.field())
				.addValue("severity", problem.severity().name())
				.addValue("message", LimitedText.reason(problem.message())))
			.toArray(SqlParameterSource[]::new);
		if (rows.length > 0) {
			this.batches.batchUpdate("""
					insert into customer_import_problem (import_id, row_no, field, severity, message)
					values (:id, :row, :field, :severity, :message)""", rows);
		}
	}

	private long problemCount(UUID importId) {
		return this.jdbc.sql("select count(*) from customer_import_problem where import_id = :id")
			.param("id", importId)
			.query(Long.class)
			.single();
	}

	private Optional<byte[]> part(UUID importId, int partNo) {
		return this.jdbc.sql("select content from customer_import_part where import_id = :id and part_no = :partNo")
			.param("id", importId)
			.param("partNo", partNo)
			.query((row, index) -> row.getBytes("content"))
			.optional();
	}

	private static CustomerImport customerImport(ResultSet row, int index) throws SQLException {
		return new CustomerImport(row.getObject("id", UUID.class), row.getString("file_name"),
				row.getBoolean("dry_run"), ImportState.valueOf(row.getString("state")), row.getInt("rows_total"),
				row.getInt("rows_done"), row.getInt("rows_created"), row.getInt("rows_known"),
				row.getInt("rows_refused"), row.getInt("care_requested"), row.getString("failure"),
				row.getString("submitted_by"), SqlTime.read(row, "submitted_at"),
				SqlTime.readNullable(row, "started_at"), SqlTime.readNullable(row, "ended_at"));
	}

	/**
	 * An import that a node has claimed.
	 *
	 * @param id the import
	 * @param node the node
	 * @param mapping the mapping as it was sent
	 * @param dryRun check only
	 * @param careWanted for how many customers care is to begin
	 * @param rowsDone rows read before the claim
	 * @param careRequested customers for whom care was begun before the claim
	 */
	record Job(UUID id, String node, String mapping, boolean dryRun, int careWanted, int rowsDone, int careRequested) {

	}

	/**
	 * What a chunk brought.
	 *
	 * @param created customers that were new
	 * @param known rows that were on record
	 * @param refused rows with an error
	 * @param careRequested customers for whom care was begun
	 * @param problems errors and notices
	 */
	record ChunkResult(int created, int known, int refused, int careRequested, List<ImportProblem> problems) {

	}

}
