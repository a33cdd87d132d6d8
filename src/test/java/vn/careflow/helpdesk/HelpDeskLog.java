package vn.careflow.helpdesk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The event log of a real help desk: 4,580 cases worked on by 22 people over four years.
 *
 * @param events all steps in the order in which they happened
 */
record HelpDeskLog(List<HelpDeskEvent> events) {

	private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS");

	HelpDeskLog {
		events = events.stream().sorted(Comparator.comparing(HelpDeskEvent::at)).toList();
	}

	static HelpDeskLog read(Path file) throws IOException {
		try (var lines = Files.lines(file)) {
			return new HelpDeskLog(lines.skip(1).map((line) -> line.split(",")).map(HelpDeskLog::event).toList());
		}
	}

	private static HelpDeskEvent event(String[] cells) {
		return new HelpDeskEvent(cells[0], cells[1], cells[2], LocalDateTime.parse(cells[3], AT), cells[5], cells[6],
				cells[8]);
	}

	/** The cases that began first, whole. */
	HelpDeskLog ofFirstCases(int count) {
		Set<String> cases = this.events.stream()
			.map(HelpDeskEvent::caseId)
			.distinct()
			.limit(count)
			.collect(Collectors.toSet());
		return new HelpDeskLog(this.events.stream().filter((event) -> cases.contains(event.caseId())).toList());
	}

	/** The steps of each case, in order, the case that began first in front. */
	Map<String, List<HelpDeskEvent>> cases() {
		return this.events.stream()
			.collect(Collectors.groupingBy(HelpDeskEvent::caseId, LinkedHashMap::new, Collectors.toList()));
	}

	/** The steps that each person finished, in order. */
	Map<String, List<HelpDeskEvent>> byResource() {
		return this.events.stream()
			.collect(Collectors.groupingBy(HelpDeskEvent::resource, LinkedHashMap::new, Collectors.toList()));
	}

}
