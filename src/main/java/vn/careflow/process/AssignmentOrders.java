package vn.careflow.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.careflow.assignment.Preference;
import vn.careflow.assignment.Ranking;
import vn.careflow.assignment.SkillNeed;
import vn.careflow.assignment.WorkItem;
import vn.careflow.calendar.CareDuration;
import vn.careflow.process.DeployedTables.Table;
import vn.careflow.request.Request;
import vn.careflow.staff.Staff;

/**
 * Says how work of a kind is given to people, as the tables that are deployed at this
 * moment have it: what it weighs, which skills it needs for how long, and whom to prefer.
 * The versions of the tables go along and are kept with each decision.
 */
@Component
class AssignmentOrders {

	static final String RANKING = "assignment-ranking";

	static final String SKILLS = "required-skills";

	static final String WEIGHT = "work-weight";

	/** What is no request has no priority. */
	private static final String NO_PRIORITY = "NONE";

	private static final List<String> TABLES = List.of(RANKING, SKILLS, WEIGHT);

	private final DeployedTables tables;

	private final Staff staff;

	AssignmentOrders(DeployedTables tables, Staff staff) {
		this.tables = tables;
		this.staff = staff;
	}

	/**
	 * A work item with all that the tables say about it.
	 * @param item what is known of the work; the skills that it needs already are kept,
	 * unless the table says for how long
	 * @param request the request that it is, or null when it is none
	 */
	WorkItem ordered(WorkItem item, @Nullable Request request) {
		Map<String, Table> inForce = this.tables.inForce(TABLES);
		String priority = (request != null) ? request.priority().name() : NO_PRIORITY;
		List<SkillNeed> needs = (request != null) ? needs(item, request, this.tables.rows(inForce.get(SKILLS),
				Map.of("requestKind", request.kind().name(), "priority", priority))) : item.skills();
		return item.needing(needs)
			.ranked(weight(inForce.get(WEIGHT), item.kind(), priority), ranking(inForce, item.kind()));
	}

	private int weight(Table table, String workKind, String priority) {
		List<Map<String, Object>> rows = this.tables.rows(table, Map.of("workKind", workKind, "priority", priority));
		if (rows.size() != 1) {
			throw new IllegalStateException(
					"Decision table '%s' has no row for %s, %s".formatted(WEIGHT, workKind, priority));
		}
		return number(rows.get(0), "weight");
	}

	private Ranking ranking(Map<String, Table> inForce, String workKind) {
		TreeMap<Integer, List<Ranking.Weighted>> steps = new TreeMap<>();
		for (Map<String, Object> row : this.tables.rows(inForce.get(RANKING), Map.of("workKind", workKind))) {
			steps.computeIfAbsent(number(row, "step"), (step) -> new ArrayList<>())
				.add(new Ranking.Weighted(preference(row), number(row, "weight")));
		}
		return new Ranking(steps.values()
			.stream()
			.map((preferences) -> new Ranking.Step(
					preferences.stream().sorted(Comparator.comparing(Ranking.Weighted::preference)).toList()))
			.toList(), version(inForce));
	}

	private static Preference preference(Map<String, Object> row) {
		String name = String.valueOf(row.get("preference"));
		return Stream.of(Preference.values())
			.filter((preference) -> preference.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Decision table '%s' prefers by «%s»; there are %s"
				.formatted(RANKING, name, List.of(Preference.values()))));
	}

	private static String version(Map<String, Table> inForce) {
		return TABLES.stream()
			.map((name) -> name + " " + inForce.get(name).version())
			.collect(Collectors.joining(", "));
	}

	private List<SkillNeed> needs(WorkItem item, Request request, List<Map<String, Object>> rows) {
		List<SkillNeed> needs = new ArrayList<>(
				rows.stream().map((row) -> need(row, item.teamId(), request.cycle().beganAt())).toList());
		item.skills()
			.stream()
			.filter((need) -> needs.stream().noneMatch((other) -> other.skillId().equals(need.skillId())))
			.toList()
			.forEach(needs::add);
		return needs;
	}

	private SkillNeed need(Map<String, Object> row, String teamId, Instant since) {
		String dropAfter = Optional.ofNullable((String) row.get("dropAfter")).orElse("");
		return new SkillNeed(String.valueOf(row.get("skill")), number(row, "minimumLevel"), dropAfter.isBlank() ? null
				: this.staff.directory().calendarOf(teamId).add(since, CareDuration.parse(dropAfter)));
	}

	private static int number(Map<String, Object> row, String column) {
		if (row.get(column) instanceof Number number) {
			return number.intValue();
		}
		throw new IllegalStateException("A decision table has no number as «%s»: %s".formatted(column, row));
	}

}
