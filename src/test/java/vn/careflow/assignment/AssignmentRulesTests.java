package vn.careflow.assignment;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import vn.careflow.assignment.AssignmentFixtures.Candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.careflow.assignment.AssignmentFixtures.anItem;
import static vn.careflow.assignment.AssignmentFixtures.asking;
import static vn.careflow.assignment.AssignmentFixtures.candidate;
import static vn.careflow.assignment.AssignmentFixtures.in;
import static vn.careflow.assignment.AssignmentFixtures.needing;

class AssignmentRulesTests {

	private static final Map<String, String> NAMES = Map.of("lan", "Lan", "minh", "Minh", "nam", "Nam");

	static Stream<Arguments> refusals() {
		return Stream.of(refusal((who) -> who.agent = false, "Không có vai trò nhân viên chăm sóc"),
				refusal((who) -> who.inTeam = false, "Không thuộc nhóm Chăm sóc khách hàng"),
				refusal((who) -> who.employed = false, "Không trong thời gian làm việc tại đơn vị"),
				refusal((who) -> who.receiving = false, "Đang tạm ngừng nhận việc"),
				refusal((who) -> who.absentUntil = LocalDateTime.of(2026, 3, 4, 8, 0), "Vắng mặt đến 08:00 04/03/2026"),
				refusal((who) -> who.onShift = false, "Ngoài ca làm việc"),
				refusal((who) -> who.loaded(20, 20), "Đã đủ việc trong ngày (20/20)"),
				refusal((who) -> who.loaded(0, 0), "Đã đủ việc trong ngày (0/0)"),
				refusal((who) -> who.skillLevel = 0, "Không có kỹ năng bảo hành"),
				refusal((who) -> who.servesProduct = false, "Không phụ trách sản phẩm Bếp từ"),
				refusal((who) -> who.servesGroup = false, "Không phục vụ khách hàng lớn"),
				refusal((who) -> who.excluded = true, "Đã trả lại hoặc đã được thôi giữ việc này"),
				refusal((who) -> who.speaks = false, "Không nói được tiếng anh"),
				refusal((who) -> who.withheld = true, "Đang bận nhận nhiều việc khác cùng lúc"));
	}

	private static Arguments refusal(Consumer<Candidates> obstacle, String reason) {
		return arguments(obstacle, reason);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("refusals")
	void refusesWithAReason(Consumer<Candidates> obstacle, String reason) {
		Candidates lan = candidate("lan").skilled(3).near(Affinity.OWNER);
		obstacle.accept(lan);
		AssignmentQuestion question = asking(needing(in(anItem(), "en"), "warranty").about("Bếp từ", "LARGE"), lan,
				candidate("minh").skilled(1).loaded(19, 20));

		Verdict verdict = AssignmentRules.decide(question);

		assertThat(verdict.agentId()).contains("minh");
		assertThat(DecisionSentence.reasons(question, verdict.judged().get(1))).containsExactly(reason);
	}

	@Test
	void asksForNoSkillWhereNoneIsNeeded() {
		assertThat(AssignmentRules.decide(asking(anItem(), candidate("lan"))).agentId()).contains("lan");
	}

	@Test
	void prefersTheOwnerThenWhoStandsInThenTheLastAgent() {
		Candidates owner = candidate("zoe").near(Affinity.OWNER).loaded(19, 20).skilled(1);
		Candidates substitute = candidate("yen").near(Affinity.OWNER_SUBSTITUTE).loaded(18, 20).skilled(1);
		Candidates last = candidate("xuan").near(Affinity.LAST_AGENT).loaded(17, 20).skilled(1);
		Candidates free = candidate("an").skilled(5);

		assertThat(chosen(free, last, substitute, owner)).isEqualTo("zoe");
		assertThat(chosen(free, last, substitute)).isEqualTo("yen");
		assertThat(chosen(free, last)).isEqualTo("xuan");
		assertThat(chosen(free)).isEqualTo("an");
	}

	@Test
	void prefersSkillToAFreeDesk() {
		assertThat(chosen(candidate("lan").skilled(2), candidate("minh").skilled(3).loaded(19, 20))).isEqualTo("minh");
	}

	@Test
	void comparesLoadByCapacity() {
		assertThat(chosen(candidate("lan").skilled(1).loaded(3, 10), candidate("minh").skilled(1).loaded(5, 20)))
			.isEqualTo("minh");
		assertThat(chosen(candidate("lan").skilled(1).loaded(2, 8), candidate("minh").skilled(1).loaded(5, 20)))
			.as("a quarter each")
			.isEqualTo("lan");
	}

	@Test
	void countsWhatIsBeingGivenToSomebodyAtThisMoment() {
		Candidates lan = candidate("lan").skilled(1).loaded(3, 20);
		lan.beingAssigned = true;

		assertThat(chosen(lan, candidate("minh").skilled(1).loaded(3, 20))).isEqualTo("minh");
	}

	@Test
	void breaksTiesByUserId() {
		assertThat(chosen(candidate("minh").skilled(1), candidate("lan").skilled(1))).isEqualTo("lan");
	}

	@Test
	void saysWhyInOneSentence() {
		assertThat(sentence(candidate("lan").skilled(1).near(Affinity.OWNER), candidate("minh").skilled(5)))
			.isEqualTo("Giao cho Lan vì là người phụ trách khách hàng.");
		assertThat(sentence(candidate("lan").skilled(1), candidate("minh").skilled(4)))
			.isEqualTo("Giao cho Minh vì có kỹ năng bảo hành cao nhất (mức 4/5) trong 2 người nhận được việc này.");
		assertThat(sentence(candidate("lan").skilled(1).loaded(5, 20), candidate("minh").skilled(1).loaded(3, 20)))
			.isEqualTo("Giao cho Minh vì đang ít việc nhất so với sức làm (3/20) trong 2 người nhận được việc này.");
		assertThat(sentence(candidate("lan").skilled(1), candidate("minh").skilled(1))).isEqualTo(
				"Giao cho Lan vì phù hợp ngang người khác (0/20 việc) và đứng trước theo mã nhân viên trong 2 người nhận được việc này.");
		assertThat(sentence(candidate("lan").skilled(1), candidate("minh")))
			.isEqualTo("Giao cho Lan vì là người duy nhất nhận được việc này trong 2 người đã xét.");
		assertThat(sentence(candidate("lan"), candidate("minh"), candidate("nam").skilled(1).loaded(9, 9)))
			.isEqualTo("Chưa giao được: không ai trong 3 người đã xét của nhóm Chăm sóc khách hàng nhận được việc này "
					+ "(2 thiếu kỹ năng, 1 đã đủ việc trong ngày).");
		assertThat(sentence()).isEqualTo("Chưa giao được: nhóm Chăm sóc khách hàng chưa có nhân viên nào.");
	}

	private static String chosen(Candidates... candidates) {
		return AssignmentRules.decide(asking(needing(anItem(), "warranty"), candidates)).agentId().orElse("nobody");
	}

	private static String sentence(Candidates... candidates) {
		AssignmentQuestion question = asking(needing(anItem(), "warranty"), candidates);
		return DecisionSentence.of(question, AssignmentRules.decide(question), (id) -> NAMES.getOrDefault(id, id));
	}

}
