package vn.careflow.planning;

import java.time.Duration;
import java.util.List;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;

import org.springframework.stereotype.Component;

/**
 * Searches for a good plan: begins with the {@link TrivialOrder} and tries a fixed number
 * of changes, drawn with a fixed seed in one thread, so that the same contacts always
 * give the same plan. Only where the machine is too slow for that does the time limit end
 * the search, and the plan says so.
 */
@Component
class PlanSearch {

	private final SolverFactory<DaySchedule> solvers;

	private final SolutionManager<DaySchedule, HardMediumSoftLongScore> solutions;

	private final Duration timeLimit;

	PlanSearch(PlanningSettings settings) {
		this.solvers = SolverFactory.create(new SolverConfig().withSolutionClass(DaySchedule.class)
			.withEntityClasses(Visit.class)
			.withConstraintProviderClass(PlanConstraints.class)
			.withEnvironmentMode(EnvironmentMode.NO_ASSERT)
			.withRandomSeed(settings.seed())
			.withTerminationConfig(new TerminationConfig().withSpentLimit(settings.timeLimit()))
			.withPhases(new LocalSearchPhaseConfig()
				.withTerminationConfig(new TerminationConfig().withMoveCountLimit((long) settings.moves()))));
		this.solutions = SolutionManager.create(this.solvers);
		this.timeLimit = settings.timeLimit();
	}

	/**
	 * Finds a plan that is not worse than the one it begins with.
	 * @param visits contacts that have at least one place, arranged already; they stay as
	 * they are
	 */
	Found search(List<Visit> visits) {
		long begun = System.nanoTime();
		DaySchedule best = visits.isEmpty() ? new DaySchedule(List.of())
				: this.solvers.buildSolver().solve(new DaySchedule(visits));
		Duration took = Duration.ofNanos(System.nanoTime() - begun);
		return new Found(best.visits(), took, took.compareTo(this.timeLimit) >= 0);
	}

	/** What a plan costs, by constraint and contact. */
	ScoreAnalysis<HardMediumSoftLongScore> analyse(List<Visit> visits) {
		return this.solutions.analyze(new DaySchedule(visits));
	}

	/**
	 * What the search found.
	 *
	 * @param visits the contacts in their places
	 * @param took how long it took
	 * @param outOfTime whether the time limit ended it
	 */
	record Found(List<Visit> visits, Duration took, boolean outOfTime) {
	}

}
