package vn.careflow.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.testsupport.Time;

/**
 * People that tests of the room speak of.
 */
final class StaffFixtures {

	static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

	private StaffFixtures() {
	}

	static NewAgent anAgent(String id) {
		return NewAgent.named(id, id.toUpperCase(), id + "@careflow.example", LONG_AGO);
	}

	static StaffDirectory directory(Agent agent, List<Absence> absences, BusinessCalendar calendar) {
		return new StaffDirectory(1, Time.ZONE, new TreeMap<>(Map.of(agent.id(), agent)), new TreeMap<>(),
				Map.of(agent.id(), absences), Map.of(agent.calendarName(), calendar), agent.calendarName(),
				new TreeMap<>());
	}

	static NewAbsence anAbsence(String agentId, String from, String to, String substituteId) {
		return new NewAbsence(UUID.randomUUID(), agentId, Time.instant(from), Time.instant(to), substituteId,
				"nghỉ phép");
	}

	static NewAbsence anAbsence(String agentId, String from, String to) {
		return new NewAbsence(UUID.randomUUID(), agentId, Time.instant(from), Time.instant(to), null, null);
	}

}
