package vn.careflow.staff;

import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.staff.StaffImport.Change;
import vn.careflow.staff.StaffImport.RowError;

/**
 * People as a table: written for a spreadsheet, and taken from one. Whatever is written
 * can be read again and changes nothing then. Several values in a cell have semicolons
 * between them, a skill its level behind a colon.
 */
@Service
class AgentFiles {

	static final List<String> COLUMNS = List.of("id", "name", "email", "roles", "teams", "skills", "languages",
			"products", "customerGroups", "capacity", "calendar", "employedFrom", "employedUntil", "receiving",
			"notReceivingReason");

	private static final Set<String> REQUIRED = Set.of("id", "name", "email");

	private static final Set<String> YES = Set.of("", "yes", "true", "1", "có");

	private static final Set<String> NO = Set.of("no", "false", "0", "không");

	private static final int LONGEST_REASON = 500;

	private final StaffDirectories directories;

	private final StaffTables tables;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AgentFiles(StaffDirectories directories, StaffTables tables, ApplicationEventPublisher events, Clock clock) {
		this.directories = directories;
		this.tables = tables;
		this.events = events;
		this.clock = clock;
	}

	/** Everybody, those who have left included, by user id. */
	byte[] export() {
		return Sheet.write(COLUMNS, this.directories.current().all().stream().map(AgentFiles::cells).toList());
	}

	/**
	 * Registers and changes people as a file says, all in one change, and publishes
	 * {@link AgentRegistered} and {@link AgentChanged} for those whom it makes a
	 * difference to. A column that the file lacks leaves what is known. People whom the
	 * file does not name stay as they are.
	 * @param file the file
	 * @param dryRun whether to tell only what would change
	 * @return what changed; nothing when there are errors
	 * @throws StaffProblem when the file is no such table
	 */
	@Transactional
	public StaffImport submit(InputStream file, boolean dryRun) {
		List<Map<String, String>> rows = Sheet.read(file, COLUMNS, REQUIRED);
		Reading reading = this.directories.change((staff) -> {
			Reading read = new Reading(staff);
			rows.forEach(read::take);
			if (!dryRun && read.errors.isEmpty()) {
				read.entries.values().forEach(this::keep);
			}
			return read;
		});
		if (!dryRun && reading.errors.isEmpty()) {
			reading.entries.values().forEach(this::publish);
		}
		return StaffImport.of(dryRun, rows.size(), reading.entries.values().stream().map(Entry::change).toList(),
				reading.errors);
	}

	private void keep(Entry entry) {
		NewAgent agent = entry.agent();
		switch (entry.change()) {
			case CREATED -> this.tables.insert(agent, LocalDate.now(this.clock));
			case CHANGED -> {
				this.tables.hold(agent.id());
				this.tables.update(agent, LocalDate.now(this.clock));
			}
			case UNCHANGED -> {
				return;
			}
		}
		this.tables.updateReceiving(agent.id(), entry.notReceivingReason() == null,
				Optional.ofNullable(entry.notReceivingReason()));
	}

	private void publish(Entry entry) {
		switch (entry.change()) {
			case CREATED -> this.events.publishEvent(new AgentRegistered(entry.agent().id()));
			case CHANGED -> this.events.publishEvent(new AgentChanged(entry.agent().id()));
			case UNCHANGED -> {
			}
		}
	}

	private static List<String> cells(Agent agent) {
		return List.of(agent.id(), agent.name(), agent.email(),
				agent.roles().stream().map(Role::groupId).collect(Collectors.joining(";")),
				String.join(";", agent.teams()),
				agent.skills()
					.entrySet()
					.stream()
					.map((skill) -> skill.getKey() + ":" + skill.getValue())
					.collect(Collectors.joining(";")),
				String.join(";", agent.languages()), String.join(";", agent.products()),
				String.join(";", agent.customerGroups()), String.valueOf(agent.capacity()), agent.calendarName(),
				agent.employedFrom().toString(),
				(agent.employedUntil() != null) ? agent.employedUntil().toString() : "",
				agent.receiving() ? "yes" : "no",
				(agent.notReceivingReason() != null) ? agent.notReceivingReason() : "");
	}

	/**
	 * What a row asks for.
	 *
	 * @param notReceivingReason why the person receives no work, null when they do
	 */
	private record Entry(NewAgent agent, @Nullable String notReceivingReason, Change change) {
	}

	/**
	 * A file, read against the people there are.
	 */
	private static final class Reading {

		private final StaffDirectory staff;

		private final Map<String, Entry> entries = new LinkedHashMap<>();

		private final List<RowError> errors = new ArrayList<>();

		private final Set<String> seen = new HashSet<>();

		private int number;

		Reading(StaffDirectory staff) {
			this.staff = staff;
		}

		void take(Map<String, String> cells) {
			this.number++;
			Row row = new Row(cells, this.staff.find(cells.getOrDefault("id", "")));
			AgentInput input = row.input();
			List<StaffProblem.FieldError> wrong = new ArrayList<>(row.errors);
			// What could not be read is not missing as well.
			input.errors(this.staff)
				.stream()
				.filter((error) -> row.errors.stream().noneMatch((known) -> known.field().equals(error.field())))
				.forEach(wrong::add);
			if (!this.seen.add(String.valueOf(input.id()))) {
				wrong.add(new StaffProblem.FieldError("id", "Mã này đã có ở một dòng trên"));
			}
			wrong.forEach((error) -> this.errors.add(new RowError(this.number, error.field(), error.message())));
			if (wrong.isEmpty()) {
				NewAgent agent = input.toAgent();
				this.entries.put(agent.id(), new Entry(agent, row.reason, row.changeTo(agent)));
			}
		}

	}

	/**
	 * One row, read against who is known under its user id.
	 */
	private static final class Row {

		private final Map<String, String> cells;

		private final Optional<Agent> known;

		private final List<StaffProblem.FieldError> errors = new ArrayList<>();

		private final @Nullable String reason;

		Row(Map<String, String> cells, Optional<Agent> known) {
			this.cells = cells;
			this.known = known;
			this.reason = notReceivingReason();
		}

		AgentInput input() {
			Optional<NewAgent> before = this.known.map(NewAgent::of);
			return new AgentInput(this.cells.get("id"), this.cells.get("name"), this.cells.get("email"),
					listOr("roles", before.map((agent) -> agent.roles().stream().map(Role::groupId).toList())),
					listOr("teams", before.map((agent) -> List.copyOf(agent.teams()))),
					this.cells.containsKey("skills") ? skills() : before.map(NewAgent::skills).orElse(null),
					listOr("languages", before.map((agent) -> List.copyOf(agent.languages()))),
					listOr("products", before.map((agent) -> List.copyOf(agent.products()))),
					listOr("customerGroups", before.map((agent) -> List.copyOf(agent.customerGroups()))),
					isBlank("capacity") ? before.map(NewAgent::capacity).orElse(null) : capacity(),
					isBlank("calendar") ? before.map(NewAgent::calendarName).orElse(null) : this.cells.get("calendar"),
					isBlank("employedFrom") ? before.map(NewAgent::employedFrom).orElse(null) : day("employedFrom"),
					this.cells.containsKey("employedUntil") ? day("employedUntil")
							: before.map(NewAgent::employedUntil).orElse(null));
		}

		Change changeTo(NewAgent agent) {
			if (this.known.isEmpty()) {
				return Change.CREATED;
			}
			Agent before = this.known.get();
			boolean same = NewAgent.of(before).equals(agent) && before.receiving() == (this.reason == null)
					&& (before.receiving() || this.reason.equals(before.notReceivingReason()));
			return same ? Change.UNCHANGED : Change.CHANGED;
		}

		private @Nullable String notReceivingReason() {
			String receiving = this.cells.get("receiving");
			if (receiving == null) {
				return this.known.filter((agent) -> !agent.receiving()).map(Agent::notReceivingReason).orElse(null);
			}
			if (YES.contains(receiving.toLowerCase())) {
				return null;
			}
			if (!NO.contains(receiving.toLowerCase())) {
				wrong("receiving", "Cần yes hoặc no");
				return null;
			}
			String why = this.cells.getOrDefault("notReceivingReason", "");
			if (why.isBlank() || why.length() > LONGEST_REASON) {
				wrong("notReceivingReason", "Cần lý do ngừng nhận việc, tối đa 500 ký tự");
			}
			return why;
		}

		private @Nullable List<String> listOr(String column, Optional<List<String>> otherwise) {
			return this.cells.containsKey(column) ? list(column) : otherwise.orElse(null);
		}

		private List<String> list(String column) {
			return Arrays.stream(this.cells.getOrDefault(column, "").split("[;|]"))
				.map(String::strip)
				.filter((value) -> !value.isEmpty())
				.toList();
		}

		private Map<String, Integer> skills() {
			Map<String, Integer> skills = new LinkedHashMap<>();
			for (String skill : list("skills")) {
				String[] parts = skill.split(":");
				if (parts.length == 2 && parts[1].strip().matches("\\d{1,3}")) {
					skills.put(parts[0].strip(), Integer.valueOf(parts[1].strip()));
				}
				else {
					wrong("skills", "Kỹ năng viết như warranty:4, không phải " + skill);
				}
			}
			return skills;
		}

		private @Nullable Integer capacity() {
			String text = this.cells.getOrDefault("capacity", "");
			if (!text.matches("\\d{1,6}")) {
				wrong("capacity", "Cần một số nguyên từ 0, không phải " + text);
				return null;
			}
			return Integer.valueOf(text);
		}

		private @Nullable LocalDate day(String column) {
			if (isBlank(column)) {
				return null;
			}
			try {
				return LocalDate.parse(this.cells.getOrDefault(column, ""));
			}
			catch (DateTimeException ex) {
				wrong(column, "Ngày viết như 2026-03-31, không phải " + this.cells.get(column));
				return null;
			}
		}

		private boolean isBlank(String column) {
			return this.cells.getOrDefault(column, "").isBlank();
		}

		private void wrong(String field, String message) {
			this.errors.add(new StaffProblem.FieldError(field, message));
		}

	}

}
