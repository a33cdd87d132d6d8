package vn.careflow.staff;

import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.staff.AbsenceEntry.Refused;
import vn.careflow.staff.StaffImport.Change;
import vn.careflow.staff.StaffImport.RowError;

/**
 * Absences as a table: written for a spreadsheet, and taken from one. A row is about the
 * absence of that person which begins at that moment. Times are those of the
 * organisation's clock; a date alone means from its beginning, or until its end.
 */
@Service
class AbsenceFiles {

	static final List<String> COLUMNS = List.of("agentId", "from", "to", "substituteId", "reason");

	private static final Set<String> REQUIRED = Set.of("agentId", "from", "to");

	private static final int LONGEST_REASON = 500;

	private final StaffDirectories directories;

	private final StaffTables tables;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AbsenceFiles(StaffDirectories directories, StaffTables tables, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.directories = directories;
		this.tables = tables;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** All absences, past and coming, by person and start. */
	byte[] export() {
		StaffDirectory staff = this.directories.current();
		return Sheet.write(COLUMNS,
				staff.all()
					.stream()
					.flatMap((agent) -> staff.absencesOf(agent.id()).stream())
					.map((absence) -> cells(absence, staff.zone()))
					.toList());
	}

	/**
	 * Enters and changes absences as a file says, all in one transaction, and publishes
	 * {@link AbsenceEntered}, {@link AbsenceChanged} and {@link AgentChanged} for those
	 * that it makes a difference to. Each row sees the ones above it. Absences that the
	 * file does not name stay as they are.
	 * @param file the file
	 * @param dryRun whether to tell only what would change
	 * @return what changed; nothing when there are errors
	 * @throws StaffProblem when the file is no such table
	 */
	StaffImport submit(InputStream file, boolean dryRun) {
		List<Map<String, String>> rows = Sheet.read(file, COLUMNS, REQUIRED);
		StaffImport answer = this.transaction.execute((status) -> {
			Reading reading = new Reading();
			rows.forEach(reading::take);
			if (dryRun || !reading.errors.isEmpty()) {
				status.setRollbackOnly();
			}
			else {
				reading.facts.forEach(this.events::publishEvent);
			}
			return StaffImport.of(dryRun, rows.size(), reading.changes, reading.errors);
		});
		return Objects.requireNonNull(answer);
	}

	private static List<String> cells(Absence absence, ZoneId zone) {
		return List.of(absence.agentId(), local(absence.from(), zone), local(absence.to(), zone),
				(absence.substituteId() != null) ? absence.substituteId() : "",
				(absence.reason() != null) ? absence.reason() : "");
	}

	private static String local(Instant moment, ZoneId zone) {
		return LocalDateTime.ofInstant(moment, zone).toString().replace('T', ' ');
	}

	/**
	 * A file, put into the book row by row.
	 */
	private final class Reading {

		private final List<Change> changes = new ArrayList<>();

		private final List<RowError> errors = new ArrayList<>();

		/** What to tell of, each once, in order. */
		private final Set<Object> facts = new LinkedHashSet<>();

		private int number;

		void take(Map<String, String> cells) {
			this.number++;
			String agentId = cells.getOrDefault("agentId", "");
			StaffDirectory staff = AbsenceFiles.this.directories.current();
			Optional<Instant> from = moment(cells, "from", staff.zone());
			Optional<Instant> to = moment(cells, "to", staff.zone());
			boolean known = staff.find(agentId).isPresent();
			if (!known) {
				wrong("agentId", "Không có nhân viên với mã " + agentId);
			}
			if (cells.getOrDefault("reason", "").length() > LONGEST_REASON) {
				wrong("reason", "Tối đa 500 ký tự");
				return;
			}
			if (known && from.isPresent() && to.isPresent()) {
				keep(agentId, from.get(), to.get(), blankAsNull(cells.get("substituteId")),
						blankAsNull(cells.get("reason")));
			}
		}

		private void keep(String agentId, Instant from, Instant to, @Nullable String substituteId,
				@Nullable String reason) {
			AbsenceFiles.this.directories.change((staff) -> {
				Optional<Absence> known = staff.absencesOf(agentId)
					.stream()
					.filter((absence) -> absence.from().equals(from))
					.findFirst();
				NewAbsence wanted = new NewAbsence(known.map(Absence::id).orElseGet(UUID::randomUUID), agentId, from,
						to, substituteId, reason);
				if (known.filter(wanted::isAbout).isPresent()) {
					this.changes.add(Change.UNCHANGED);
					return wanted;
				}
				keep(wanted, known, staff);
				return wanted;
			});
		}

		private void keep(NewAbsence wanted, Optional<Absence> known, StaffDirectory staff) {
			Optional<Refused> refusal = known
				.flatMap((absence) -> AbsencePolicy.refusalOfChange(absence, wanted, AbsenceFiles.this.clock.instant()))
				.or(() -> AbsencePolicy.refusalOf(wanted, staff));
			if (refusal.isPresent()) {
				wrong((refusal.get().field() != null) ? refusal.get().field() : "from", refusal.get().reason());
				return;
			}
			AbsenceFiles.this.tables.hold(wanted.agentId());
			if (known.isPresent()) {
				AbsenceFiles.this.tables.update(wanted.toAbsence());
			}
			else {
				AbsenceFiles.this.tables.insert(wanted.toAbsence());
			}
			this.changes.add(known.isPresent() ? Change.CHANGED : Change.CREATED);
			this.facts.add(known.isPresent() ? new AbsenceChanged(wanted.id(), wanted.agentId())
					: new AbsenceEntered(wanted.id(), wanted.agentId()));
			this.facts.add(new AgentChanged(wanted.agentId()));
		}

		private Optional<Instant> moment(Map<String, String> cells, String column, ZoneId zone) {
			String text = cells.getOrDefault(column, "").replace(' ', 'T');
			try {
				if (text.length() == "2026-03-31".length()) {
					LocalDate day = LocalDate.parse(text);
					return Optional.of((column.equals("to") ? day.plusDays(1) : day).atStartOfDay(zone).toInstant());
				}
				return Optional.of(text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(text).toInstant()
						: LocalDateTime.parse(text).atZone(zone).toInstant());
			}
			catch (DateTimeException ex) {
				wrong(column, "Viết như 2026-03-31 hoặc 2026-03-31 08:00, không phải " + cells.get(column));
				return Optional.empty();
			}
		}

		private void wrong(String field, String message) {
			this.errors.add(new RowError(this.number, field, message));
		}

		private static @Nullable String blankAsNull(@Nullable String text) {
			return (text == null || text.isBlank()) ? null : text;
		}

	}

}
