package vn.careflow.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contact;

/**
 * Makes a proposal for a team's days: who shall contact whom when, and why.
 */
@Component
class DayPlanner {

	private final DayProblems problems;

	private final PlanSearch search;

	private final PlanningSettings settings;

	DayPlanner(DayProblems problems, PlanSearch search, PlanningSettings settings) {
		this.problems = problems;
		this.search = search;
		this.settings = settings;
	}

	/**
	 * Proposes; changes nothing.
	 * @param from no proposal begins before this moment
	 * @param until nor at this moment or after it
	 */
	Proposal propose(String teamId, Instant from, Instant until) {
		return propose(this.problems.of(teamId, from, until));
	}

	Proposal propose(DayProblem problem) {
		PlanCosts before = costs(problem.visits());
		TrivialOrder.arrange(problem.visits());
		PlanCosts trivial = costs(problem.visits());
		TrivialOrder.arrangeCheaply(problem.visits());
		if (trivial.areLessThan(costs(problem.visits()))) {
			TrivialOrder.arrange(problem.visits());
		}
		PlanSearch.Found found = this.search.search(problem.visits());
		List<Visit> visits = found.visits();
		PlanCosts plan = costs(visits);
		PlanReasons reasons = new PlanReasons(problem, visits, before, plan);
		List<Item> items = new ArrayList<>();
		for (Visit visit : visits) {
			if (visit.place() != visit.before() || visit.place() == null) {
				items.add(new Item(visit.contact(), agentOf(visit), startOf(visit), reasons.of(visit)));
			}
		}
		int withoutPlace = (int) visits.stream().filter((visit) -> visit.place() == null).count();
		return new Proposal(List.copyOf(items),
				new PlanSummary(visits.size(), visits.size() - items.size(), items.size() - withoutPlace, withoutPlace,
						before.figures(), trivial.figures(), plan.figures(), plan.comparedWith(before),
						this.settings.seed(), found.took().toMillis(), found.outOfTime()));
	}

	private PlanCosts costs(List<Visit> visits) {
		return PlanCosts.of(this.search.analyse(visits));
	}

	private static @Nullable String agentOf(Visit visit) {
		Place place = visit.place();
		return (place != null) ? place.agentId() : null;
	}

	private static @Nullable Instant startOf(Visit visit) {
		Place place = visit.place();
		return (place != null) ? place.start() : null;
	}

	/**
	 * A plan before anybody has seen it.
	 *
	 * @param items what it would change, and what it could not place
	 * @param summary how good it is
	 */
	record Proposal(List<Item> items, PlanSummary summary) {
	}

	/**
	 * A change that is proposed.
	 *
	 * @param contact the contact as it is
	 * @param agentId who shall carry it out; null without a place
	 * @param slotAt when; null without a place
	 * @param reasons why
	 */
	record Item(Contact contact, @Nullable String agentId, @Nullable Instant slotAt, ItemReasons reasons) {
	}

}
