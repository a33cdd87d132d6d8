package vn.careflow.process.decisions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.customer.CustomerGroup;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class CarePolicyDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("care-policy");

	/** A month before the first dated row. */
	private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);

	/** A month after the last dated row begins. */
	private static final LocalDate LAST_DAY = LocalDate.of(2028, 2, 1);

	@ParameterizedTest
	@MethodSource("cases")
	void answersAsAgreed(AgreedCase agreed) {
		agreed.assertHolds(TABLE);
	}

	@Test
	void hasACaseAndAReasonForEachRow() {
		TABLE.assertEachRowHasACase(cases());
		assertThat(TABLE.rulesWithoutReason()).isEmpty();
	}

	@Test
	void hasExactlyOneRowForWhateverTheFacts() {
		TABLE.assertOneRowForEach(everything());
	}

	@Test
	void neverLetsServiceOfTheSpecialGroupBeSuspended() {
		assertThat(cases()).filteredOn((agreed) -> agreed.facts().get("customerGroup").equals("SPECIAL"))
			.isNotEmpty()
			.allSatisfy((agreed) -> assertThat(TABLE.answer(agreed.facts()).outcome())
				.containsEntry("serviceSuspendable", false));
	}

	@Test
	void letsAShortProgrammeRunForOneToThreeMonths() {
		Map<String, Set<YearMonth>> months = new TreeMap<>();
		for (CustomerGroup group : CustomerGroup.values()) {
			for (YearMonth month = YearMonth.from(FIRST_DAY); month
				.isBefore(YearMonth.from(LAST_DAY)); month = month.plusMonths(1)) {
				months.computeIfAbsent(shortPolicy(group, month), (code) -> new TreeSet<>()).add(month);
			}
		}
		months.keySet().removeIf((code) -> code.endsWith("-NONE"));
		assertThat(months).hasSizeGreaterThan(20)
			.allSatisfy((code, run) -> assertThat(run).as(code).hasSizeBetween(1, 3));
	}

	private static String shortPolicy(CustomerGroup group, YearMonth month) {
		return TABLE.answer(Map.of("customerGroup", group.name(), "policyTerm", "SHORT", "validOn",
				DecisionTable.date(month.atDay(15).atTime(12, 0))))
			.text("policyCode");
	}

	/**
	 * A policy changes only at a moment that a row names: around those everything shows.
	 */
	private static Object[] momentsAroundEachLimit() {
		return TABLE.momentsIn("validOn")
			.stream()
			.flatMap((limit) -> Stream.of(limit.minusSeconds(1), limit))
			.map(DecisionTable::date)
			.toArray();
	}

	static List<AgreedCase> cases() {
		return TABLE
			.cases("""
					row                      | customerGroup | policyTerm | validOn          | policyCode           | serviceSuspendable
					SpecialLong              | SPECIAL       | LONG       | 2026-07-01T10:00 | SPECIAL-LONG         | false
					LargeLong                | LARGE         | LONG       | 2020-01-01T00:00 | LARGE-LONG           | true
					SmallLong                | SMALL         | LONG       | 2030-12-31T23:59 | SMALL-LONG           | true
					SpecialShortBefore2026   | SPECIAL       | SHORT      | 2025-12-31T23:59 | SPECIAL-NONE         | false
					SpecialShortTet2026      | SPECIAL       | SHORT      | 2026-02-28T23:59 | SPECIAL-TET-2026     | false
					SpecialShortFrom20260301 | SPECIAL       | SHORT      | 2026-03-31T23:59 | SPECIAL-NONE         | false
					SpecialShort04302026     | SPECIAL       | SHORT      | 2026-05-31T23:59 | SPECIAL-0430-2026    | false
					SpecialShortFrom20260601 | SPECIAL       | SHORT      | 2026-06-30T23:59 | SPECIAL-NONE         | false
					SpecialShort27072026     | SPECIAL       | SHORT      | 2026-07-31T23:59 | SPECIAL-2707-2026    | false
					SpecialShortFrom20260801 | SPECIAL       | SHORT      | 2026-11-30T23:59 | SPECIAL-NONE         | false
					SpecialShort22122026     | SPECIAL       | SHORT      | 2026-12-31T23:59 | SPECIAL-2212-2026    | false
					SpecialShortTet2027      | SPECIAL       | SHORT      | 2027-02-28T23:59 | SPECIAL-TET-2027     | false
					SpecialShortFrom20270301 | SPECIAL       | SHORT      | 2027-03-31T23:59 | SPECIAL-NONE         | false
					SpecialShort04302027     | SPECIAL       | SHORT      | 2027-05-31T23:59 | SPECIAL-0430-2027    | false
					SpecialShortFrom20270601 | SPECIAL       | SHORT      | 2027-06-30T23:59 | SPECIAL-NONE         | false
					SpecialShort27072027     | SPECIAL       | SHORT      | 2027-07-31T23:59 | SPECIAL-2707-2027    | false
					SpecialShortFrom20270801 | SPECIAL       | SHORT      | 2027-11-30T23:59 | SPECIAL-NONE         | false
					SpecialShort22122027     | SPECIAL       | SHORT      | 2027-12-31T23:59 | SPECIAL-2212-2027    | false
					SpecialShortFrom2028     | SPECIAL       | SHORT      | 2028-01-01T00:00 | SPECIAL-NONE         | false
					LargeShortBefore2026     | LARGE         | SHORT      | 2025-12-31T23:59 | LARGE-NONE           | true
					LargeShortTet2026        | LARGE         | SHORT      | 2026-02-28T23:59 | LARGE-TET-2026       | true
					LargeShortFrom20260301   | LARGE         | SHORT      | 2026-04-30T23:59 | LARGE-NONE           | true
					LargeShortTravel2026     | LARGE         | SHORT      | 2026-07-31T23:59 | LARGE-TRAVEL-2026    | true
					LargeShortEducation2026  | LARGE         | SHORT      | 2026-09-30T23:59 | LARGE-EDUCATION-2026 | true
					LargeShortHealth2026     | LARGE         | SHORT      | 2026-12-31T23:59 | LARGE-HEALTH-2026    | true
					LargeShortTet2027        | LARGE         | SHORT      | 2027-02-28T23:59 | LARGE-TET-2027       | true
					LargeShortFrom20270301   | LARGE         | SHORT      | 2027-04-30T23:59 | LARGE-NONE           | true
					LargeShortTravel2027     | LARGE         | SHORT      | 2027-07-31T23:59 | LARGE-TRAVEL-2027    | true
					LargeShortEducation2027  | LARGE         | SHORT      | 2027-09-30T23:59 | LARGE-EDUCATION-2027 | true
					LargeShortHealth2027     | LARGE         | SHORT      | 2027-12-31T23:59 | LARGE-HEALTH-2027    | true
					LargeShortFrom2028       | LARGE         | SHORT      | 2028-01-01T00:00 | LARGE-NONE           | true
					SmallShortBefore2026     | SMALL         | SHORT      | 2025-12-31T23:59 | SMALL-NONE           | true
					SmallShortTet2026        | SMALL         | SHORT      | 2026-02-28T23:59 | SMALL-TET-2026       | true
					SmallShortFrom20260301   | SMALL         | SHORT      | 2026-05-31T23:59 | SMALL-NONE           | true
					SmallShortSummer2026     | SMALL         | SHORT      | 2026-08-31T23:59 | SMALL-SUMMER-2026    | true
					SmallShortSchool2026     | SMALL         | SHORT      | 2026-10-31T23:59 | SMALL-SCHOOL-2026    | true
					SmallShortYearend2026    | SMALL         | SHORT      | 2026-12-31T23:59 | SMALL-YEAREND-2026   | true
					SmallShortTet2027        | SMALL         | SHORT      | 2027-02-28T23:59 | SMALL-TET-2027       | true
					SmallShortFrom20270301   | SMALL         | SHORT      | 2027-05-31T23:59 | SMALL-NONE           | true
					SmallShortSummer2027     | SMALL         | SHORT      | 2027-08-31T23:59 | SMALL-SUMMER-2027    | true
					SmallShortSchool2027     | SMALL         | SHORT      | 2027-10-31T23:59 | SMALL-SCHOOL-2027    | true
					SmallShortYearend2027    | SMALL         | SHORT      | 2027-12-31T23:59 | SMALL-YEAREND-2027   | true
					SmallShortFrom2028       | SMALL         | SHORT      | 2028-01-01T00:00 | SMALL-NONE           | true
					""");
	}

	private static Domain everything() {
		return new Domain().with("customerGroup", (Object[]) CustomerGroup.values())
			.with("policyTerm", "SHORT", "LONG")
			.with("validOn", momentsAroundEachLimit());
	}

}
