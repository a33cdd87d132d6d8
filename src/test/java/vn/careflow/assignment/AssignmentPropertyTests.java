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
import static vn.careflow.assignment.AssignmentFixtures.needing;

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
					.forEach((other) -> assertThat(comesFirst(chosen, other)).as("%s before %s", chosen, other)
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
		return who.agent() && who.inTeam() && who.employed() && who.receiving() && who.absentUntil() == null
				&& who.onShift() && who.capacity() - who.load() > 0
				&& who.skillLevels().stream().allMatch((level) -> level >= 1) && who.speaksLanguage()
				&& !who.withheld();
	}

	private static boolean comesFirst(Candidate chosen, Candidate other) {
		if (chosen.affinity() != other.affinity()) {
			return chosen.affinity().ordinal() < other.affinity().ordinal();
		}
		if (!chosen.skillLevels().equals(other.skillLevels())) {
			return chosen.skillLevels().get(0) > other.skillLevels().get(0);
		}
		double one = (chosen.load() + (chosen.beingAssigned() ? 1.0 : 0.0)) / chosen.capacity();
		double two = (other.load() + (other.beingAssigned() ? 1.0 : 0.0)) / other.capacity();
		if (Math.abs(one - two) > 1e-9) {
			return one < two;
		}
		return chosen.agentId().compareTo(other.agentId()) < 0;
	}

	private static AssignmentQuestion anyQuestion(Random random) {
		WorkItem item = needing(anItem(), random.nextBoolean() ? "warranty" : null);
		List<Candidate> candidates = new ArrayList<>();
		int count = random.nextInt(12);
		for (int i = 0; i < count; i++) {
			candidates.add(anyCandidate("p" + i, item, random).build(item));
		}
		return new AssignmentQuestion(item, "Chăm sóc khách hàng", Map.of("warranty", "bảo hành"), candidates);
	}

	private static Candidates anyCandidate(String id, WorkItem item, Random random) {
		Candidates who = candidate(id);
		who.affinity = often(random) ? Affinity.NONE : Affinity.values()[random.nextInt(Affinity.values().length)];
		who.agent = often(random);
		who.inTeam = often(random);
		who.employed = often(random);
		who.receiving = often(random);
		who.absentUntil = often(random) ? null : LocalDateTime.of(2026, 3, 1 + random.nextInt(30), 8, 0);
		who.onShift = often(random);
		who.loaded(random.nextInt(6), random.nextInt(7));
		who.skillLevel = random.nextInt(4);
		who.speaks = often(random);
		who.beingAssigned = !often(random);
		who.withheld = !often(random);
		return who;
	}

	private static boolean often(Random random) {
		return random.nextInt(12) > 0;
	}

}
