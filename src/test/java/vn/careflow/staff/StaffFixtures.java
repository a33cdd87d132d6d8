package vn.careflow.staff;

import java.time.LocalDate;
import java.util.UUID;

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

	static NewAbsence anAbsence(String agentId, String from, String to, String substituteId) {
		return new NewAbsence(UUID.randomUUID(), agentId, Time.instant(from), Time.instant(to), substituteId,
				"nghỉ phép");
	}

	static NewAbsence anAbsence(String agentId, String from, String to) {
		return new NewAbsence(UUID.randomUUID(), agentId, Time.instant(from), Time.instant(to), null, null);
	}

}
