package vn.careflow.planning;

import java.util.List;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.jspecify.annotations.Nullable;

/**
 * A plan that the search works on: every contact in a place or in none.
 */
@PlanningSolution
class DaySchedule {

	@PlanningEntityCollectionProperty
	private List<Visit> visits;

	@PlanningScore
	private @Nullable HardMediumSoftLongScore score;

	/** For the search, which clones plans. */
	@SuppressWarnings("NullAway")
	DaySchedule() {
	}

	DaySchedule(List<Visit> visits) {
		this.visits = visits;
	}

	List<Visit> visits() {
		return this.visits;
	}

	@Nullable HardMediumSoftLongScore score() {
		return this.score;
	}

}
