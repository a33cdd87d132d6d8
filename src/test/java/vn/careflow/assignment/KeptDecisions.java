package vn.careflow.assignment;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was decided, decided again from its record alone.
 */
public final class KeptDecisions {

	private KeptDecisions() {
	}

	/**
	 * Asserts that each decision that was kept about work of a team comes out the same
	 * when it is taken again.
	 */
	public static void assertHold(JdbcClient jdbc, String teamId) {
		List<String> records = jdbc.sql("select decision_record from assignment where team_id = ?")
			.param(teamId)
			.query(String.class)
			.list();
		assertThat(records).isNotEmpty().allSatisfy((json) -> {
			DecisionRecord kept = DecisionRecord.parse(json);
			assertThat(AssignmentRules.decide(kept.question()).judged()).isEqualTo(kept.judged());
		});
	}

}
