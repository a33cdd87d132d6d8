package vn.careflow.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.careflow.calendar.BusinessCalendar;

/**
 * All calendars with who inherits from whom. A calendar of which neither itself nor an
 * ancestor has changed stays the same object, because it keeps what it has worked out.
 */
final class FamilyOfCalendars {

	static final FamilyOfCalendars NONE = new FamilyOfCalendars(Map.of(), Map.of());

	private final Map<String, CalendarDefinition> definitions;

	private final Map<Origin, BusinessCalendar> built;

	private FamilyOfCalendars(Map<String, CalendarDefinition> definitions, Map<Origin, BusinessCalendar> built) {
		this.definitions = definitions;
		this.built = built;
	}

	/**
	 * The family as it is with these definitions.
	 * @throws CalendarRefused when a parent is unknown, one calendar inherits from itself
	 * or one does not make up a calendar
	 */
	FamilyOfCalendars with(Collection<CalendarDefinition> changed) {
		Map<String, CalendarDefinition> all = new LinkedHashMap<>();
		changed.forEach((definition) -> all.put(definition.name(), definition));
		Map<Origin, BusinessCalendar> found = new HashMap<>();
		for (CalendarDefinition definition : all.values()) {
			BusinessCalendar ancestor = null;
			for (CalendarDefinition next : lineOf(definition, all)) {
				BusinessCalendar above = ancestor;
				ancestor = found.computeIfAbsent(new Origin(next, above), (origin) -> built(next, above));
			}
		}
		return new FamilyOfCalendars(all, found);
	}

	/** The family in which one calendar was replaced or added. */
	FamilyOfCalendars with(CalendarDefinition changed) {
		List<CalendarDefinition> all = new ArrayList<>(List.of(changed));
		this.definitions.values().stream().filter((known) -> !known.name().equals(changed.name())).forEach(all::add);
		return with(all);
	}

	Optional<CalendarDefinition> find(String name) {
		return Optional.ofNullable(this.definitions.get(name));
	}

	Map<String, BusinessCalendar> byName() {
		Map<String, BusinessCalendar> calendars = new HashMap<>();
		this.built.values().forEach((calendar) -> calendars.put(calendar.name(), calendar));
		return calendars;
	}

	/** A calendar and all that inherit from it. */
	Set<String> heirsOf(String name) {
		Set<String> heirs = new LinkedHashSet<>(Set.of(name));
		int before;
		do {
			before = heirs.size();
			this.definitions.values()
				.stream()
				.filter((definition) -> definition.parent() != null && heirs.contains(definition.parent()))
				.forEach((definition) -> heirs.add(definition.name()));
		}
		while (heirs.size() > before);
		return heirs;
	}

	private BusinessCalendar built(CalendarDefinition definition, @Nullable BusinessCalendar ancestor) {
		BusinessCalendar known = this.built.get(new Origin(definition, ancestor));
		return (known != null) ? known : definition.build(ancestor);
	}

	/** The ancestors of a calendar, the eldest first, and itself. */
	private static List<CalendarDefinition> lineOf(CalendarDefinition definition, Map<String, CalendarDefinition> all) {
		List<String> names = new ArrayList<>();
		List<CalendarDefinition> line = new ArrayList<>();
		CalendarDefinition next = definition;
		while (next != null) {
			if (names.contains(next.name())) {
				names.add(next.name());
				throw new CalendarRefused("parent", "Lịch không thể kế thừa chính nó: " + String.join(" → ", names));
			}
			names.add(next.name());
			line.add(0, next);
			next = parentOf(next, all);
		}
		return line;
	}

	private static @Nullable CalendarDefinition parentOf(CalendarDefinition heir, Map<String, CalendarDefinition> all) {
		if (heir.parent() == null) {
			return null;
		}
		CalendarDefinition parent = all.get(heir.parent());
		if (parent == null) {
			throw new CalendarRefused("parent", "Không có lịch nào tên " + heir.parent());
		}
		return parent;
	}

	/**
	 * What a calendar was made of.
	 */
	private record Origin(CalendarDefinition definition, @Nullable BusinessCalendar ancestor) {
	}

}
