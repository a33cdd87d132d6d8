package vn.careflow.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.customer.ContactPoint;

/**
 * Takes files of the register of numbers that forbid advertising, chunk by chunk: each
 * chunk and the progress it made commit together. The same file twice changes nothing
 * more, so that one that was cut off is simply sent again.
 */
@Service
class RegisterImports {

	private static final int CHUNK = 500;

	private static final int MOST_ERRORS = 10_000;

	private final JdbcClient jdbc;

	private final AdvertisingRegister register;

	private final Contacts contacts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RegisterImports(JdbcClient jdbc, AdvertisingRegister register, Contacts contacts,
			PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.register = register;
		this.contacts = contacts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Reads a whole file. Planned advertising to numbers that are on the register after
	 * that is given up.
	 * @param dryRun only says what would be
	 * @throws FieldRefused when it is no such file
	 */
	RegisterImport read(InputStream file, RegisterImport.Change change, boolean dryRun, @Nullable String by) {
		UUID id = UUID.randomUUID();
		try {
			RegisterFile rows = new RegisterFile(file);
			this.transaction.executeWithoutResult((status) -> begin(id, change, dryRun, by));
			Chunk chunk = new Chunk(id, change, dryRun, rows.name());
			for (List<String> next = rows.next(CHUNK); !next.isEmpty(); next = rows.next(CHUNK)) {
				List<String> numbers = next;
				this.transaction.executeWithoutResult((status) -> chunk.take(numbers));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.transaction.executeWithoutResult((status) -> end(id));
		return get(id);
	}

	RegisterImport get(UUID id) {
		return this.jdbc.sql("""
				select id, change, dry_run, state, row_count, changed, unchanged, failed, started_at, finished_at
				from register_import where id = :id""")
			.param("id", id)
			.query(RegisterImports::read)
			.optional()
			.orElseThrow(() -> new RegisterImportNotFound(id));
	}

	List<RegisterImport.RowError> errors(UUID id, int page, int size) {
		return this.jdbc.sql("""
				select line_number, field, message from register_import_error where import_id = :id
				order by line_number limit :size offset :first""")
			.param("id", id)
			.param("size", size)
			.param("first", (long) page * size)
			.query((row, index) -> new RegisterImport.RowError(row.getInt("line_number"), row.getString("field"),
					row.getString("message")))
			.list();
	}

	long countErrors(UUID id) {
		return this.jdbc.sql("select count(*) from register_import_error where import_id = :id")
			.param("id", id)
			.query(Long.class)
			.single();
	}

	private void begin(UUID id, RegisterImport.Change change, boolean dryRun, @Nullable String by) {
		if (!dryRun) {
			this.register.prepare();
		}
		this.jdbc.sql("""
				insert into register_import (id, change, dry_run, state, row_count, changed, unchanged, failed,
					started_by, started_at)
				values (:id, :change, :dryRun, 'RUNNING', 0, 0, 0, 0, :by, :now)""")
			.param("id", id)
			.param("change", change.name())
			.param("dryRun", dryRun)
			.param("by", by)
			.param("now", now())
			.update();
	}

	private void end(UUID id) {
		RegisterImport read = get(id);
		if (!read.dryRun() && read.changed() > 0 && read.change() == RegisterImport.Change.ADD) {
			this.contacts.replan(Replan.advertising());
		}
		this.jdbc.sql("update register_import set state = 'DONE', finished_at = :now where id = :id")
			.param("now", now())
			.param("id", id)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static RegisterImport read(ResultSet row, int index) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		Instant at = (finished != null) ? finished.toInstant() : null;
		return new RegisterImport(row.getObject("id", UUID.class),
				RegisterImport.Change.valueOf(row.getString("change")), row.getBoolean("dry_run"),
				RegisterImport.State.valueOf(row.getString("state")), row.getInt("row_count"), row.getInt("changed"),
				row.getInt("unchanged"), row.getInt("failed"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(), at);
	}

	/** Takes numbers and keeps the count. */
	private final class Chunk {

		private final UUID id;

		private final RegisterImport.Change change;

		private final boolean dryRun;

		private final String column;

		private int row;

		private int failed;

		Chunk(UUID id, RegisterImport.Change change, boolean dryRun, String column) {
			this.id = id;
			this.change = change;
			this.dryRun = dryRun;
			this.column = column;
		}

		void take(List<String> numbers) {
			int changed = 0;
			int failedBefore = this.failed;
			for (String number : numbers) {
				this.row++;
				changed += take(number) ? 1 : 0;
			}
			int refused = this.failed - failedBefore;
			RegisterImports.this.jdbc.sql("""
					update register_import set row_count = row_count + :rows, changed = changed + :changed,
						unchanged = unchanged + :unchanged, failed = failed + :failed
					where id = :id""")
				.param("rows", numbers.size())
				.param("changed", changed)
				.param("unchanged", numbers.size() - changed - refused)
				.param("failed", refused)
				.param("id", this.id)
				.update();
		}

		private boolean take(String text) {
			try {
				return change(ContactPoint.phone(text).value());
			}
			catch (IllegalArgumentException ex) {
				this.failed++;
				if (this.failed <= MOST_ERRORS) {
					refuse(text.isEmpty() ? "Chưa có số điện thoại." : "Không phải số điện thoại hợp lệ.");
				}
				return false;
			}
		}

		private boolean change(String number) {
			AdvertisingRegister register = RegisterImports.this.register;
			if (this.dryRun) {
				return register.lists(number) == (this.change == RegisterImport.Change.REMOVE);
			}
			LocalDate today = LocalDate.now(RegisterImports.this.clock);
			return (this.change == RegisterImport.Change.ADD) ? register.add(number, today, this.id)
					: register.remove(number, today);
		}

		private void refuse(String message) {
			RegisterImports.this.jdbc.sql("""
					insert into register_import_error (import_id, line_number, field, message)
					values (:id, :row, :field, :message)""")
				.param("id", this.id)
				.param("row", this.row)
				.param("field", this.column)
				.param("message", message)
				.update();
		}

	}

}
