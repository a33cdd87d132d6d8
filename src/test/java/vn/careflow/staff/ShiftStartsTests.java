package vn.careflow.staff;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

class ShiftStartsTests {

	private static final BusinessCalendar OFFICE = BusinessCalendar.named("office", Time.ZONE)
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "12:00")
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "13:30", "17:30")
		.build();

	private static final BusinessCalendar ALWAYS = BusinessCalendar.named("always", Time.ZONE)
		.open(EnumSet.allOf(DayOfWeek.class), "00:00", "24:00")
		.build();

	@Test
	void isTheNextOpeningOfThePersonsCalendar() {
		assertThat(after("2026-03-02T07:00", OFFICE)).isEqualTo("2026-03-02T08:00");
		assertThat(after("2026-03-02T08:00", OFFICE)).as("this one has begun").isEqualTo("2026-03-02T13:30");
		assertThat(after("2026-03-06T16:00", OFFICE)).as("over the weekend").isEqualTo("2026-03-09T08:00");
	}

	@Test
	void isTheEndOfAnAbsenceWithinAShift() {
		assertThat(after("2026-03-02T07:00", OFFICE, absence("2026-03-02T00:00", "2026-03-04T10:00")))
			.isEqualTo("2026-03-04T10:00");
		assertThat(after("2026-03-02T07:00", OFFICE, absence("2026-03-02T00:00", "2026-03-03T00:00"),
				absence("2026-03-03T00:00", "2026-03-04T12:30")))
			.as("two in a row, ending at lunch")
			.isEqualTo("2026-03-04T13:30");
		assertThat(after("2026-03-02T07:00", ALWAYS, absence("2026-03-05T00:00", "2026-03-06T10:00")))
			.isEqualTo("2026-03-06T10:00");
	}

	@Test
	void isNoneWithoutAnyBeginning() {
		assertThat(after("2026-03-02T07:00", ALWAYS)).as("works without a break").isEqualTo("-");
		assertThat(after("2026-03-02T07:00", BusinessCalendar.named("never", Time.ZONE).build())).isEqualTo("-");
	}

	@Test
	void staysWithinTheEmployment() {
		Agent minh = person(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5));

		assertThat(after(minh, "2025-03-02T07:00", ALWAYS)).as("first day").isEqualTo("2026-03-04T00:00");
		assertThat(after(minh, "2026-03-02T07:00", OFFICE)).isEqualTo("2026-03-04T08:00");
		assertThat(after(minh, "2026-03-04T13:30", OFFICE)).as("last day").isEqualTo("-");
	}

	/** What is found is what walking minute by minute finds. */
	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void isWhatAWalkThroughTheDaysFinds(long seed) {
		Random random = new Random(seed);
		Agent agent = person(LocalDate.of(2026, 3, 2).plusDays(random.nextInt(4)),
				LocalDate.of(2026, 3, 9).plusDays(random.nextInt(6)));
		List<Absence> absences = absences(random);
		StaffDirectory staff = StaffFixtures.directory(agent, absences, OFFICE);

		for (int i = 0; i < 60; i++) {
			Instant moment = Time.instant("2026-03-01T00:00").plus(Duration.ofMinutes(15L * random.nextInt(14 * 96)));
			Instant step = moment.plus(Duration.ofMinutes(15));
			while (step.isBefore(Time.instant("2026-03-20T00:00"))
					&& (!isAtWork(staff, step) || isAtWork(staff, step.minusNanos(1)))) {
				step = step.plus(Duration.ofMinutes(15));
			}
			Optional<Instant> expected = Optional.of(step).filter((at) -> isAtWork(staff, at));

			assertThat(staff.nextShiftStart("minh", moment)).as("after %s", moment).isEqualTo(expected);
		}
	}

	private static boolean isAtWork(StaffDirectory staff, Instant at) {
		return staff.isOnDuty("minh", at);
	}

	private static List<Absence> absences(Random random) {
		List<Absence> absences = new ArrayList<>();
		Instant from = Time.instant("2026-03-01T00:00");
		for (int i = 0; i < 6; i++) {
			from = from.plus(Duration.ofMinutes(15L * random.nextInt(200)));
			Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(150))));
			absences.add(new Absence(UUID.randomUUID(), "minh", from, to, null, null));
			from = to;
		}
		return absences;
	}

	private static Absence absence(String from, String to) {
		return new Absence(UUID.randomUUID(), "minh", Time.instant(from), Time.instant(to), null, null);
	}

	private static Agent person(LocalDate from, LocalDate until) {
		return new Agent("minh", "Minh", "minh@careflow.example", Set.of(Role.AGENT), Set.of(), Map.of(), Set.of("vi"),
				Set.of(), Set.of(), 10, "office", from, until, true, null);
	}

	private static String after(String moment, BusinessCalendar calendar, Absence... absences) {
		return new ShiftStarts(person(LocalDate.of(2020, 1, 1), null), List.of(absences), calendar, Time.ZONE)
			.after(Time.instant(moment))
			.map(ShiftStartsTests::local)
			.orElse("-");
	}

	private static String after(Agent agent, String moment, BusinessCalendar calendar) {
		return new ShiftStarts(agent, List.of(), calendar, Time.ZONE).after(Time.instant(moment))
			.map(ShiftStartsTests::local)
			.orElse("-");
	}

	private static String local(Instant at) {
		return LocalDateTime.ofInstant(at, Time.ZONE).toString();
	}

}
