package vn.careflow.helpdesk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.HandOvers;
import vn.careflow.assignment.KeptDecisions;
import vn.careflow.customer.Customers;
import vn.careflow.helpdesk.HelpDeskEvent.Step;
import vn.careflow.process.BackgroundWork;
import vn.careflow.request.Requests;
import vn.careflow.staff.Staff;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The log of a real help desk, case by case and step by step at its own time stamps, with
 * the people of the log at the hours that the log shows: every case finds somebody, and
 * each decision says why.
 */
@SpringBootTest
@OnH2
@DirtiesContext
@Import(BackgroundWork.class)
class HelpDeskReplayTests {

	private static final Logger log = LoggerFactory.getLogger(HelpDeskReplayTests.class);

	private static final Path FILE = Path.of(System.getProperty("careflow.shared-data", "../shared/data"),
			"helpdesk-event-log.csv");

	/** What a request weighs at most. */
	private static final int WEIGHT = 3;

	@RegisterExtension
	final Time time = Time.at("2010-01-13T06:00");

	@Autowired
	ProcessEngine engine;

	@Autowired
	Staff staff;

	@Autowired
	WorkCalendars calendars;

	@Autowired
	Customers customers;

	@Autowired
	Requests requests;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	HandOvers handOvers;

	@Autowired
	BackgroundWork background;

	@Autowired
	JdbcClient jdbc;

	@Test
	void findsSomebodyForEachCaseAndSaysWhy() throws Exception {
		assumeTrue(Files.exists(FILE), () -> "The help desk's log is not there: " + FILE);
		HelpDeskLog played = wanted(HelpDeskLog.read(FILE));
		HelpDeskStaff people = new HelpDeskStaff(played);
		people.register(this.staff, this.calendars, WEIGHT);
		HelpDeskPlayer player = new HelpDeskPlayer(this.engine, this.customers, this.requests, this.background);
		HelpDeskLeavers leavers = new HelpDeskLeavers(people, this.handOvers, this.engine, played);
		long began = System.nanoTime();

		for (HelpDeskEvent event : played.events()) {
			leavers.letGoBefore(event.at(), player);
			player.play(event);
		}
		player.finish();

		Map<String, List<AssignmentDecision>> decisions = new HashMap<>();
		player.requestIds().forEach((caseId, requestId) -> decisions.put(caseId, this.assignment.historyOf(requestId)));
		report(played, decisions, people, (System.nanoTime() - began) / 1_000_000_000);
		assertThat(player.requestIds()).hasSize(played.cases().size());
		assertThat(neverClosed(played)).containsAll(stillOpen(player));
		assertThat(decisions).allSatisfy(
				(caseId, history) -> assertThat(history).anyMatch((decision) -> decision.agentId().isPresent()));
		assertThat(decisions.values().stream().flatMap(List::stream)).allSatisfy(this::isExplained);
		KeptDecisions.assertHold(this.jdbc, "service");
		assertThat(count("select count(*) from waiting_work")).isZero();
		assertThat(count("select count(*) from open_assignment")).isEqualTo(stillOpen(player).size());
		assertThat(leavers.handOverIds()).isNotEmpty().allSatisfy(this::isProven);
		assertThat(this.engine.getRuntimeService().createIncidentQuery().count()).isZero();
	}

	private Set<String> stillOpen(HelpDeskPlayer player) {
		return player.requestIds()
			.entrySet()
			.stream()
			.filter((one) -> this.requests.get(one.getValue()).status().isOpen())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** The cases that the help desk itself left open. */
	private static Set<String> neverClosed(HelpDeskLog played) {
		return played.cases()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().get(one.getValue().size() - 1).step() != Step.CLOSE)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private void isExplained(AssignmentDecision decision) {
		assertThat(decision.summary()).isNotBlank();
		assertThat(decision.candidates()).isNotEmpty()
			.allSatisfy((candidate) -> assertThat(candidate.reasons()).isNotEmpty());
		if (decision.decidedBy().isEmpty()) {
			assertThat(decision.candidates()).filteredOn("chosen", true)
				.hasSize(decision.agentId().isPresent() ? 1 : 0)
				.allMatch((candidate) -> candidate.eligible());
		}
	}

	private void isProven(String agentId, UUID handOverId) {
		assertThat(this.handOvers.isProven(handOverId)).as("%s: %s", agentId, this.handOvers.counts(handOverId))
			.isTrue();
		assertThat(this.handOvers.counts(handOverId)).hasSizeGreaterThan(1);
		assertThat(this.handOvers.countedNow(agentId).values()).containsOnly(0L);
	}

	private void report(HelpDeskLog played, Map<String, List<AssignmentDecision>> decisions, HelpDeskStaff people,
			long seconds) {
		Map<String, Double> ours = new HashMap<>();
		long waited = 0;
		for (List<AssignmentDecision> history : decisions.values()) {
			waited += history.stream().filter((decision) -> decision.agentId().isEmpty()).count();
			history.forEach((decision) -> decision.agentId().ifPresent((id) -> ours.merge(id, 1.0, Double::sum)));
		}
		Map<String, Double> theirs = new HashMap<>();
		played.events().forEach((event) -> theirs.merge(HelpDeskStaff.agentId(event.resource()), 1.0, Double::sum));
		log.info(
				"{}: played {} cases and {} steps in {} s; {} times nobody could take a case at first; Gini index of the load"
						+ " relative to capacity and days of work {} (in the log {})",
				database(), decisions.size(), played.events().size(), seconds, waited,
				"%.2f".formatted(Gini.of(people.relative(ours).values())),
				"%.2f".formatted(Gini.of(people.relative(theirs).values())));
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static HelpDeskLog wanted(HelpDeskLog whole) {
		String wanted = System.getProperty("careflow.help-desk.cases", "120");
		return wanted.equals("all") ? whole : whole.ofFirstCases(Integer.parseInt(wanted));
	}

	String database() {
		return "H2";
	}

}
