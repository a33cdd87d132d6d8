package vn.careflow.assignment;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.assignment.AssignmentFixtures.Candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.careflow.assignment.AssignmentFixtures.anItem;
import static vn.careflow.assignment.AssignmentFixtures.candidate;

/**
 * What holds for every decision, tried on many thousands of seeded random ones.
 */
class AssignmentPropertyTests {

	private static final int DECISIONS = 500;

	static List<Long> seeds() {
		return new Random(20260302).longs(20).boxed().toList();
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void neverChoosesAnybodyWhoMayNotAndNobodyOnlyWhenNobodyMay(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < DECISIONS; i++) {
			AssignmentQuestion question = anyQuestion(random);

			Verdict verdict = AssignmentRules.decide(question);

			List<Candidate> able = question.candidates()
				.stream()
				.filter((who) -> mayTake(question.item(), who))
				.toList();
			assertThat(verdict.chosen().isPresent()).isEqualTo(!able.isEmpty());
			verdict.chosen().ifPresent((chosen) -> assertThat(able).contains(chosen));
			assertThat(verdict.eligible()).containsExactlyInAnyOrderElementsOf(able);
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void leavesNobodyBehindWhoShouldHaveComeFirst(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < DECISIONS; i++) {
			AssignmentQuestion question = anyQuestion(random);

			AssignmentRules.decide(question)
				.chosen()
				.ifPresent((chosen) -> question.candidates()
					.stream()
					.filter((who) -> mayTake(question.item(), who) && who != chosen)
					.forEach((other) -> assertThat(comesFirst(question.item(), chosen, other))
						.as("%s before %s", chosen, other)
						.isTrue()));
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void doesNotDependOnTheOrderOfCandidates(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < DECISIONS; i++) {
			AssignmentQuestion question = anyQuestion(random);
			List<Candidate> shuffled = new ArrayList<>(question.candidates());
			Collections.shuffle(shuffled, random);
			AssignmentQuestion other = new AssignmentQuestion(question.item(), question.teamName(),
					question.skillNames(), shuffled);

			assertThat(AssignmentRules.decide(other)).isEqualTo(AssignmentRules.decide(question));
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void decidesAKeptDecisionAgainWithTheSameResult(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < DECISIONS; i++) {
			AssignmentQuestion question = anyQuestion(random);
			Verdict verdict = AssignmentRules.decide(question);

			DecisionRecord kept = DecisionRecord.parse(DecisionRecord.of(question, verdict).toJson());

			assertThat(kept.judged()).isEqualTo(verdict.judged());
			assertThat(AssignmentRules.decide(kept.question())).isEqualTo(verdict);
			assertThat(DecisionSentence.of(kept.question(), verdict, (id) -> id))
				.isEqualTo(DecisionSentence.of(question, verdict, (id) -> id));
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void sharesWorkFairlyAmongEqualsAndNeverAboveCapacity(long seed) {
		Random random = new Random(seed);
		int people = 2 + random.nextInt(30);
		int capacity = 1 + random.nextInt(20);
		Map<String, Integer> loads = new HashMap<>();

		for (int i = 0; i < people * capacity + 5; i++) {
			Verdict verdict = AssignmentRules.decide(equals(people, capacity, loads));
			verdict.agentId().ifPresent((agentId) -> loads.merge(agentId, 1, Integer::sum));

			int most = Collections.max(loads.values());
			int least = (loads.size() < people) ? 0 : Collections.min(loads.values());
			assertThat(most - least).isLessThanOrEqualTo(1);
			assertThat(most).isLessThanOrEqualTo(capacity);
		}
		assertThat(loads.values()).hasSize(people).containsOnly(capacity);
	}

	private static AssignmentQuestion equals(int people, int capacity, Map<String, Integer> loads) {
		List<Candidate> candidates = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			candidates.add(candidate("p" + i).loaded(loads.getOrDefault("p" + i, 0), capacity).build(anItem()));
		}
		return new AssignmentQuestion(anItem(), "Chăm sóc khách hàng", Map.of(), candidates);
	}

	/** Written once more, in another way than the rules, to check them by. */
	private static boolean mayTake(WorkItem item, Candidate who) {
		boolean rightPerson = who.agent() && who.inTeam() && who.employed() && who.speaksLanguage()
				&& who.servesProduct() && who.servesGroup() && !who.excluded() && isSkilled(item, who);
		boolean reachable = who.receiving() && who.absentUntil() == null && who.onShift()
				&& who.capacity() - who.load() - item.weight() >= 0 && !who.withheld();
		return rightPerson && (reachable || who.affinity() == Affinity.KEEPER);
	}

	private static boolean isSkilled(WorkItem item, Candidate who) {
		for (int i = 0; i < item.skills().size(); i++) {
			SkillNeed need = item.skills().get(i);
			boolean dropped = need.droppedAt() != null && !item.at().isBefore(need.droppedAt());
			if (!dropped && need.minimumLevel() > who.skillLevels().get(i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean comesFirst(WorkItem item, Candidate chosen, Candidate other) {
		boolean otherHolds = other.affinity() == Affinity.HOLDER || other.affinity() == Affinity.KEEPER;
		if (otherHolds) {
			return chosen.affinity() == Affinity.HOLDER || chosen.affinity() == Affinity.KEEPER;
		}
		if (chosen.affinity() == Affinity.HOLDER || chosen.affinity() == Affinity.KEEPER) {
			return true;
		}
		for (Ranking.Step step : item.ranking().steps()) {
			double ahead = 0;
			for (Ranking.Weighted weighted : step.preferences()) {
				ahead += weighted.weight()
						* (score(weighted.preference(), item, chosen) - score(weighted.preference(), item, other));
			}
			if (Math.abs(ahead) > 1e-6) {
				return ahead > 0;
			}
			if (ahead != 0) {
				return true;
			}
		}
		return chosen.agentId().compareTo(other.agentId()) < 0;
	}

	private static double score(Preference preference, WorkItem item, Candidate who) {
		return switch (preference) {
			case AFFINITY -> -who.affinity().ordinal() / (double) Affinity.NONE.ordinal();
			case SKILL_LEVEL -> who.skillLevels().isEmpty() ? 0
					: who.skillLevels().stream().mapToInt(Integer::intValue).sum() / (5.0 * who.skillLevels().size());
			case RELATIVE_LOAD -> -(who.load() + (who.beingAssigned() ? item.weight() : 0)) / (double) who.capacity();
		};
	}

	private static AssignmentQuestion anyQuestion(Random random) {
		WorkItem item = anItem().needing(anyNeeds(random))
			.about(random.nextBoolean() ? "Bếp từ" : null, random.nextBoolean() ? "LARGE" : null)
			.ranked(1 + random.nextInt(3), anyRanking(random));
		List<Candidate> candidates = new ArrayList<>();
		int count = random.nextInt(12);
		for (int i = 0; i < count; i++) {
			candidates.add(anyCandidate("p" + i, item, random).build(item));
		}
		holder(candidates, item, random);
		return new AssignmentQuestion(item, "Chăm sóc khách hàng", Map.of("warranty", "bảo hành"), candidates);
	}

	/** At most one person has had the work item. */
	private static void holder(List<Candidate> candidates, WorkItem item, Random random) {
		if (random.nextInt(3) == 0) {
			Candidates holder = anyCandidate("holder", item, random);
			candidates.add(holder.near(random.nextBoolean() ? Affinity.HOLDER : Affinity.KEEPER).build(item));
		}
	}

	private static List<SkillNeed> anyNeeds(Random random) {
		List<SkillNeed> needs = new ArrayList<>();
		for (String skill : List.of("warranty", "support", "english")) {
			if (random.nextBoolean()) {
				needs.add(new SkillNeed(skill, 1 + random.nextInt(3),
						often(random) ? null : anItem().at().plusSeconds(random.nextInt(3) - 1L)));
			}
		}
		return needs;
	}

	private static Ranking anyRanking(Random random) {
		List<Preference> preferences = new ArrayList<>(List.of(Preference.values()));
		Collections.shuffle(preferences, random);
		List<List<Ranking.Weighted>> steps = new ArrayList<>();
		for (Preference preference : preferences.subList(0, random.nextInt(preferences.size() + 1))) {
			if (steps.isEmpty() || random.nextBoolean()) {
				steps.add(new ArrayList<>());
			}
			steps.get(steps.size() - 1).add(new Ranking.Weighted(preference, 1 + random.nextInt(5)));
		}
		return steps.isEmpty() ? Ranking.USUAL : new Ranking(steps.stream().map(Ranking.Step::new).toList(),
				"assignment-ranking " + random.nextInt(9));
	}

	private static Candidates anyCandidate(String id, WorkItem item, Random random) {
		Candidates who = candidate(id);
		who.affinity = often(random) ? Affinity.NONE : anyAffinity(random);
		who.agent = often(random);
		who.inTeam = often(random);
		who.employed = often(random);
		who.receiving = often(random);
		who.absentUntil = often(random) ? null : LocalDateTime.of(2026, 3, 1 + random.nextInt(30), 8, 0);
		who.onShift = often(random);
		who.loaded(random.nextInt(6), random.nextInt(12));
		who.skillLevels = item.skills().stream().map((need) -> random.nextInt(6)).toList();
		who.speaks = often(random);
		who.servesProduct = often(random);
		who.servesGroup = often(random);
		who.excluded = !often(random);
		who.beingAssigned = !often(random);
		who.withheld = !often(random);
		return who;
	}

	private static Affinity anyAffinity(Random random) {
		return Affinity.values()[Affinity.OWNER.ordinal() + random.nextInt(4)];
	}

	private static boolean often(Random random) {
		return random.nextInt(12) > 0;
	}

}
