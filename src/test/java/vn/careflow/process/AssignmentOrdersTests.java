package vn.careflow.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.Preference;
import vn.careflow.assignment.Ranking;
import vn.careflow.assignment.SkillNeed;
import vn.careflow.assignment.WorkItem;
import vn.careflow.request.Priority;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.ProcessCoverage;
import vn.careflow.testsupport.ProcessTest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProcessTest
@OnH2
class AssignmentOrdersTests {

	@RegisterExtension
	static final ProcessCoverage coverage = ProcessCoverage.somePathOf(RequestHandlingProcess.KEY);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T15:00");

	@Autowired
	AssignmentOrders orders;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	RepositoryService repository;

	@Autowired
	Requests requests;

	@Autowired
	ServiceDesk desk;

	private Deployment ofDesigner;

	@BeforeEach
	void theDeskIsOpen() {
		this.desk.opens();
	}

	@AfterEach
	void takesBackWhatTheDesignerDeployed() {
		if (this.ofDesigner != null) {
			this.repository.deleteDeployment(this.ofDesigner.getId(), true);
		}
	}

	@Test
	void givesARequestItsWeightItsSkillsForATimeAndItsRanking() {
		Request request = aSupportRequest(Priority.URGENT);

		WorkItem item = this.orders.ordered(item(request), request);

		assertThat(item.weight()).isEqualTo(3);
		assertThat(item.skills()).containsExactly(new SkillNeed("support", 1, Time.instant("2026-03-03T15:00")));
		assertThat(item.ranking().steps()).isEqualTo(Ranking.USUAL.steps());
		assertThat(item.ranking().version()).matches("assignment-ranking \\d+, required-skills \\d+, work-weight \\d+");
	}

	@Test
	void keepsTheSkillOfTheClassificationUnlessTheTableSaysForHowLong() {
		Request request = aSupportRequest(Priority.NORMAL);

		WorkItem item = this.orders
			.ordered(item(request).needing(List.of(SkillNeed.of("support"), SkillNeed.of("english"))), request);

		assertThat(item.skills()).containsExactly(new SkillNeed("support", 1, Time.instant("2026-03-03T15:00")),
				SkillNeed.of("english"));
	}

	@Test
	void givesOtherWorkAWeightAndARankingOnly() {
		WorkItem item = this.orders.ordered(WorkItem.of(UUID.randomUUID(), "CONTACT", "service", this.time.now()),
				null);

		assertThat(item.weight()).isEqualTo(1);
		assertThat(item.skills()).isEmpty();
		assertThat(item.ranking().steps()).hasSize(2);
	}

	@Test
	void decidesByWhatADesignerHasDeployedAndKeepsWhatWasDecidedBefore() {
		Request request = aSupportRequest(Priority.NORMAL);
		AssignmentDecision before = this.assignment.assign(this.orders.ordered(item(request), request));

		deploy("assignment-ranking.dmn", ranking("\"RELATIVE_LOAD\"", "4"));
		Request next = aSupportRequest(Priority.NORMAL);
		WorkItem ordered = this.orders.ordered(item(next), next);

		assertThat(ordered.ranking().steps())
			.containsExactly(new Ranking.Step(List.of(new Ranking.Weighted(Preference.RELATIVE_LOAD, 4))));
		AssignmentDecision after = this.assignment.assign(ordered);
		assertThat(version(after)).isEqualTo(version(before) + 1);
		assertThat(this.assignment.decisionFor(before.workItemId())).contains(before);
		assertThat(this.assignment.find(before.workItemId())).get()
			.satisfies((kept) -> assertThat(kept.ranking().steps()).isEqualTo(Ranking.USUAL.steps()));
	}

	@Test
	void namesThePreferenceThatThereIsNot() {
		deploy("assignment-ranking.dmn", ranking("\"HOROSCOPE\"", "1"));
		WorkItem item = WorkItem.of(UUID.randomUUID(), "CONTACT", "service", this.time.now());

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orders.ordered(item, null))
			.withMessageContaining("HOROSCOPE")
			.withMessageContaining("AFFINITY");
	}

	private static int version(AssignmentDecision decision) {
		return Integer.parseInt(decision.rulesVersion().replaceAll(".*assignment-ranking (\\d+).*", "$1"));
	}

	private Request aSupportRequest(Priority priority) {
		UUID requestId = this.desk.supportRequestOf(this.desk.customer());
		this.requests.prioritise(requestId, priority, "Theo thỏa thuận");
		return this.requests.get(requestId);
	}

	private WorkItem item(Request request) {
		return WorkItem.of(UUID.randomUUID(), "REQUEST", "service", this.time.now());
	}

	private void deploy(String file, String dmn) {
		this.ofDesigner = this.repository.createDeployment().addString(file, dmn).deploy();
	}

	private static String ranking(String preference, String weight) {
		return """
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
				  <decision id="assignment-ranking" name="Thứ tự" camunda:historyTimeToLive="P1D">
				    <decisionTable id="t" hitPolicy="COLLECT">
				      <input id="i"><inputExpression id="e" typeRef="string"><text>workKind</text></inputExpression></input>
				      <output id="o1" name="preference" typeRef="string"/><output id="o2" name="step" typeRef="integer"/>
				      <output id="o3" name="weight" typeRef="integer"/>
				      <rule id="r"><inputEntry id="c"><text></text></inputEntry><outputEntry id="v1"><text>%s</text></outputEntry>
				        <outputEntry id="v2"><text>1</text></outputEntry><outputEntry id="v3"><text>%s</text></outputEntry></rule>
				    </decisionTable>
				  </decision>
				</definitions>
				"""
			.formatted(preference, weight);
	}

}
