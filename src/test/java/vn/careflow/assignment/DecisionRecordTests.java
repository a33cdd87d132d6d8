package vn.careflow.assignment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.careflow.assignment.AssignmentFixtures.anItem;
import static vn.careflow.assignment.AssignmentFixtures.candidate;

class DecisionRecordTests {

	/**
	 * A decision as version 1 of the rules took and kept it. When this test fails, rules
	 * or format have changed: raise the version, and keep the old one readable.
	 */
	private static final String KEPT_BY_VERSION_1 = """
			{"rules":"1",
			 "item":{"id":"8f14e45f-ceea-467f-a0e6-000000000001","kind":"REQUEST","team":"service","skill":"warranty",
			  "language":"en","owner":"lan","lastAgent":"minh","at":"2026-03-02T02:30:00Z"},
			 "teamName":"Chăm sóc khách hàng","skillName":"bảo hành",
			 "candidates":[
			  {"agent":"minh","capacity":20,"load":7,"skill":2,"affinity":"LAST_AGENT"},
			  {"agent":"oanh","capacity":20,"load":3,"skill":4,"beingAssigned":true},
			  {"agent":"phuc","capacity":10,"load":2,"skill":4},
			  {"agent":"quy","capacity":20,"load":4,"skill":4},
			  {"agent":"lan","capacity":20,"load":1,"skill":5,"affinity":"OWNER","absentUntil":"2026-03-04T08:00:00",
			   "refusedBy":["NOT_ABSENT"]},
			  {"agent":"nam","capacity":20,"load":20,"not":["ON_SHIFT","SPEAKS_LANGUAGE"],
			   "refusedBy":["ON_SHIFT","BELOW_CAPACITY","HAS_SKILL","SPEAKS_LANGUAGE"]}]}""";

	@Test
	void stillTakesADecisionOfVersionOneAsItWasTaken() {
		DecisionRecord kept = DecisionRecord.parse(KEPT_BY_VERSION_1);

		Verdict verdict = AssignmentRules.decide(kept.question());

		assertThat(kept.rules()).isEqualTo("1");
		assertThat(verdict.agentId()).contains("minh");
		assertThat(verdict.judged()).isEqualTo(kept.judged());
		DecisionRecord keptAnew = DecisionRecord.parse(DecisionRecord.of(kept.question(), verdict).toJson());
		assertThat(keptAnew.rules()).isEqualTo("2");
		assertThat(keptAnew.question()).isEqualTo(kept.question());
	}

	/**
	 * A decision as version 2 of the rules took and kept it.
	 */
	private static final String KEPT_BY_VERSION_2 = """
			{"rules":"2",
			 "item":{"id":"8f14e45f-ceea-467f-a0e6-000000000002","kind":"REQUEST","team":"service",
			  "skills":[{"skillId":"complaint","minimumLevel":1},
			   {"skillId":"complaint","minimumLevel":3,"droppedAt":"2026-03-02T03:30:00Z"}],
			  "language":"vi","product":"Bếp từ","group":"LARGE","owner":"lan","at":"2026-03-02T02:30:00Z","weight":2,
			  "ranking":"RELATIVE_LOAD > AFFINITY*2 + SKILL_LEVEL*3",
			  "rankedBy":"assignment-ranking 4, required-skills 2, work-weight 1","excluded":["nam"]},
			 "teamName":"Chăm sóc khách hàng","skillNames":{"complaint":"khiếu nại"},
			 "candidates":[
			  {"agent":"oanh","capacity":4,"load":3,"skills":[3,3],"affinity":"KEEPER","not":["RECEIVING","ON_SHIFT"],
			   "absentUntil":"2026-03-04T08:00:00"},
			  {"agent":"minh","capacity":20,"load":7,"skills":[4,4]},
			  {"agent":"lan","capacity":20,"load":7,"skills":[2,2],"affinity":"OWNER","not":["SERVES_PRODUCT"],
			   "refusedBy":["HAS_SKILL","SERVES_PRODUCT"]},
			  {"agent":"nam","capacity":20,"load":19,"skills":[5,5],"not":["SERVES_GROUP"],"excluded":true,
			   "refusedBy":["BELOW_CAPACITY","SERVES_GROUP","NOT_EXCLUDED"]}]}""";

	/**
	 * When this test fails, rules or format have changed: raise the version, and keep the
	 * old one readable.
	 */
	@Test
	void stillTakesADecisionOfVersionTwoAsItWasTaken() {
		DecisionRecord kept = DecisionRecord.parse(KEPT_BY_VERSION_2);

		Verdict verdict = AssignmentRules.decide(kept.question());

		assertThat(AssignmentRules.VERSION).isEqualTo(kept.rules());
		assertThat(verdict.agentId()).contains("oanh");
		assertThat(verdict.judged()).isEqualTo(kept.judged());
		assertThat(DecisionRecord.of(kept.question(), verdict).item()).isEqualTo(kept.item());
		assertThat(DecisionRecord.parse(DecisionRecord.of(kept.question(), verdict).toJson()).question().item())
			.isEqualTo(kept.question().item());
	}

	@Test
	void keepsFortyCandidatesInLessThanFourKilobytes() {
		AssignmentFixtures.Candidates[] people = new AssignmentFixtures.Candidates[40];
		for (int i = 0; i < people.length; i++) {
			people[i] = candidate("nguyen.van." + i).loaded(i, 60).skilled(3);
		}
		AssignmentQuestion question = AssignmentFixtures.asking(anItem(), people);

		assertThat(DecisionRecord.of(question, AssignmentRules.decide(question)).toJson()).hasSizeLessThan(4096);
	}

}
