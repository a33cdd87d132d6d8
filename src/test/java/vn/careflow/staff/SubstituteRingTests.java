package vn.careflow.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.careflow.staff.AbsenceEntry.Refused;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever absences people try to enter, at no moment does a chain of substitutes lead
 * back to where it began, and nothing is refused as a ring that would be none.
 */
class SubstituteRingTests {

	private static final Instant START = Time.instant("2026-03-02T00:00");

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void noSequenceOfEntriesMakesARing(long seed) {
		Random random = new Random(seed);
		Map<String, List<Absence>> book = new HashMap<>();

		for (int i = 0; i < 120; i++) {
			NewAbsence wanted = any(random);
			Optional<Refused> refusal = AbsencePolicy.refusalOf(wanted, directory(book));
			Map<String, List<Absence>> withIt = with(book, wanted);
			if (refusal.isEmpty()) {
				book = withIt;
				assertThat(ringAtSomeHour(book)).as("ring after %s", wanted).isFalse();
			}
			else if (refusal.get().reason().contains("chuỗi thay thế")) {
				assertThat(ringAtSomeHour(withIt)).as("refused without need: %s", wanted).isTrue();
			}
		}
	}

	private static boolean ringAtSomeHour(Map<String, List<Absence>> book) {
		for (int hour = 0; hour < 60; hour++) {
			Instant at = START.plus(Duration.ofHours(hour));
			for (String person : book.keySet()) {
				Set<String> seen = new HashSet<>();
				String next = person;
				while (next != null) {
					if (!seen.add(next)) {
						return true;
					}
					next = book.getOrDefault(next, List.of())
						.stream()
						.filter((absence) -> absence.covers(at))
						.findFirst()
						.map(Absence::substituteId)
						.orElse(null);
				}
			}
		}
		return false;
	}

	private static NewAbsence any(Random random) {
		Instant from = START.plus(Duration.ofHours(random.nextInt(48)));
		String substitute = (random.nextInt(5) == 0) ? null : "p" + random.nextInt(6);
		return new NewAbsence(UUID.randomUUID(), "p" + random.nextInt(6), from,
				from.plus(Duration.ofHours(1 + random.nextInt(8))), substitute, null);
	}

	private static Map<String, List<Absence>> with(Map<String, List<Absence>> book, NewAbsence wanted) {
		Map<String, List<Absence>> more = new HashMap<>(book);
		List<Absence> absences = new ArrayList<>(book.getOrDefault(wanted.agentId(), List.of()));
		absences
			.add(new Absence(wanted.id(), wanted.agentId(), wanted.from(), wanted.to(), wanted.substituteId(), null));
		more.put(wanted.agentId(), absences);
		return more;
	}

	private static StaffDirectory directory(Map<String, List<Absence>> book) {
		SortedMap<String, Agent> people = new TreeMap<>();
		for (int i = 0; i < 6; i++) {
			people.put("p" + i,
					new Agent("p" + i, "P" + i, "p@careflow.example", Set.of(Role.AGENT), Set.of(), Map.of(),
							Set.of("vi"), Set.of(), Set.of(), 10, "always", LocalDate.of(2020, 1, 1), null, true,
							null));
		}
		return new StaffDirectory(1, Time.ZONE, people, new TreeMap<>(), book, Map.of(), "office", new TreeMap<>());
	}

}
