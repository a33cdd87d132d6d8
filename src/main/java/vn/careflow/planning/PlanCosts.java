package vn.careflow.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.MatchAnalysis;
import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.DefaultConstraintJustification;

/**
 * What a plan costs, as the search's own score tells it: in all, by constraint, and for
 * each contact.
 */
final class PlanCosts {

	private final HardMediumSoftLongScore score;

	private final PlanSummary.Figures figures;

	private final Map<String, Long> byConstraint = new TreeMap<>();

	private final Map<UUID, Map<String, Long>> byVisit = new HashMap<>();

	private PlanCosts(HardMediumSoftLongScore score) {
		this.score = score;
		this.figures = new PlanSummary.Figures(-score.hardScore(), -score.mediumScore(), -score.softScore());
	}

	static PlanCosts of(ScoreAnalysis<HardMediumSoftLongScore> analysis) {
		PlanCosts costs = new PlanCosts(analysis.score());
		analysis.constraintAnalyses().forEach(costs::add);
		return costs;
	}

	private void add(ConstraintAnalysis<HardMediumSoftLongScore> constraint) {
		for (MatchAnalysis<HardMediumSoftLongScore> match : constraint.matches()) {
			HardMediumSoftLongScore score = match.score();
			long cost = -(score.hardScore() + score.mediumScore() + score.softScore());
			this.byConstraint.merge(constraint.constraintName(), cost, Long::sum);
			visitsIn(match).forEach((visit) -> this.byVisit.computeIfAbsent(visit, (key) -> new TreeMap<>())
				.merge(constraint.constraintName(), cost, Long::sum));
		}
	}

	private static Set<UUID> visitsIn(MatchAnalysis<HardMediumSoftLongScore> match) {
		Set<UUID> visits = new HashSet<>();
		if (match.justification() instanceof DefaultConstraintJustification justification) {
			justification.getFacts().forEach((fact) -> collect(fact, visits));
		}
		return visits;
	}

	private static void collect(Object fact, Set<UUID> visits) {
		if (fact instanceof Visit visit) {
			visits.add(visit.id());
		}
		else if (fact instanceof Collection<?> several) {
			several.forEach((each) -> collect(each, visits));
		}
	}

	boolean areLessThan(PlanCosts other) {
		return this.score.compareTo(other.score) > 0;
	}

	PlanSummary.Figures figures() {
		return this.figures;
	}

	/** All constraints that cost anything now or did so before. */
	List<ItemReasons.Cost> comparedWith(PlanCosts before) {
		return compare(before.byConstraint, this.byConstraint);
	}

	/** The same for one contact. */
	List<ItemReasons.Cost> comparedWith(PlanCosts before, UUID visit) {
		return compare(before.byVisit.getOrDefault(visit, Map.of()), this.byVisit.getOrDefault(visit, Map.of()));
	}

	private static List<ItemReasons.Cost> compare(Map<String, Long> before, Map<String, Long> after) {
		Set<String> constraints = new LinkedHashSet<>(before.keySet());
		constraints.addAll(after.keySet());
		return constraints.stream()
			.map((name) -> new ItemReasons.Cost(name, before.getOrDefault(name, 0L), after.getOrDefault(name, 0L)))
			.toList();
	}

}
