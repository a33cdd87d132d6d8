package vn.careflow.process.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.calendar.CareDuration;
import vn.careflow.customer.CustomerGroup;
import vn.careflow.process.decisions.DecisionTable.AgreedCase;
import vn.careflow.process.decisions.DecisionTable.Domain;
import vn.careflow.request.Priority;
import vn.careflow.request.RequestKind;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTargetsDecisionTests {

	private static final DecisionTable TABLE = DecisionTable.named("service-targets");

	private static final List<String> TARGETS = List.of("responseTarget", "resolutionTarget");

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
	void promisesNoLaterAnswerForAHigherPriority() {
		for (RequestKind kind : RequestKind.values()) {
			for (CustomerGroup group : CustomerGroup.values()) {
				for (String target : TARGETS) {
					assertThat(
							Arrays.stream(Priority.values()).map((priority) -> minutes(kind, priority, group, target)))
						.as("%s of %s for %s", target, kind, group)
						.isSorted();
				}
			}
		}
	}

	@Test
	void servesTheSpecialGroupSooner() {
		for (RequestKind kind : RequestKind.values()) {
			for (Priority priority : Priority.values()) {
				for (String target : TARGETS) {
					assertThat(minutes(kind, priority, CustomerGroup.SPECIAL, target))
						.isLessThan(minutes(kind, priority, CustomerGroup.SMALL, target));
				}
			}
		}
	}

	@Test
	void answersComplaintsFirst() {
		for (CustomerGroup group : CustomerGroup.values()) {
			for (Priority priority : Priority.values()) {
				for (String target : TARGETS) {
					assertThat(minutes(RequestKind.COMPLAINT, priority, group, target))
						.isLessThanOrEqualTo(minutes(RequestKind.SUPPORT, priority, group, target))
						.isLessThanOrEqualTo(minutes(RequestKind.WARRANTY, priority, group, target));
				}
			}
		}
	}

	/**
	 * Business minutes, a working day taken as the nine hours of the service calendar.
	 */
	private static long minutes(RequestKind kind, Priority priority, CustomerGroup group, String target) {
		CareDuration duration = CareDuration.parse(TABLE
			.answer(Map.of("requestKind", kind.name(), "priority", priority.name(), "customerGroup", group.name()))
			.text(target));
		if (duration instanceof CareDuration.WorkingDays working) {
			return working.days() * 9L * 60;
		}
		return ((CareDuration.BusinessTime) duration).amount().toMinutes();
	}

	static List<AgreedCase> cases() {
		return TABLE.cases("""
				row                    | requestKind | priority | customerGroup | responseTarget | resolutionTarget
				ComplaintUrgent        | COMPLAINT   | URGENT   | LARGE         | 30m            | 4h
				ComplaintHigh          | COMPLAINT   | HIGH     | SMALL         | 1h             | 8h
				ComplaintNormal        | COMPLAINT   | NORMAL   | LARGE         | 2h             | 2wd
				ComplaintLow           | COMPLAINT   | LOW      | SMALL         | 4h             | 3wd
				SupportUrgent          | SUPPORT     | URGENT   | LARGE         | 1h             | 4h
				SupportHigh            | SUPPORT     | HIGH     | SMALL         | 2h             | 8h
				SupportNormal          | SUPPORT     | NORMAL   | LARGE         | 4h             | 2wd
				SupportLow             | SUPPORT     | LOW      | SMALL         | 8h             | 5wd
				WarrantyUrgent         | WARRANTY    | URGENT   | LARGE         | 1h             | 2wd
				WarrantyHigh           | WARRANTY    | HIGH     | SMALL         | 2h             | 3wd
				WarrantyNormal         | WARRANTY    | NORMAL   | LARGE         | 4h             | 5wd
				WarrantyLow            | WARRANTY    | LOW      | SMALL         | 8h             | 10wd
				SpecialComplaintUrgent | COMPLAINT   | URGENT   | SPECIAL       | 15m            | 2h
				SpecialComplaintHigh   | COMPLAINT   | HIGH     | SPECIAL       | 30m            | 4h
				SpecialComplaintNormal | COMPLAINT   | NORMAL   | SPECIAL       | 1h             | 8h
				SpecialComplaintLow    | COMPLAINT   | LOW      | SPECIAL       | 2h             | 2wd
				SpecialSupportUrgent   | SUPPORT     | URGENT   | SPECIAL       | 30m            | 2h
				SpecialSupportHigh     | SUPPORT     | HIGH     | SPECIAL       | 1h             | 4h
				SpecialSupportNormal   | SUPPORT     | NORMAL   | SPECIAL       | 2h             | 8h
				SpecialSupportLow      | SUPPORT     | LOW      | SPECIAL       | 4h             | 2wd
				SpecialWarrantyUrgent  | WARRANTY    | URGENT   | SPECIAL       | 30m            | 8h
				SpecialWarrantyHigh    | WARRANTY    | HIGH     | SPECIAL       | 1h             | 2wd
				SpecialWarrantyNormal  | WARRANTY    | NORMAL   | SPECIAL       | 2h             | 3wd
				SpecialWarrantyLow     | WARRANTY    | LOW      | SPECIAL       | 4h             | 5wd
				""");
	}

	private static Domain everything() {
		return new Domain().with("requestKind", (Object[]) RequestKind.values())
			.with("priority", (Object[]) Priority.values())
			.with("customerGroup", (Object[]) CustomerGroup.values());
	}

}
