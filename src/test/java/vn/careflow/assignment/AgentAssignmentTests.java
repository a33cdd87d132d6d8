package vn.careflow.assignment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.careflow.assignment.AssignmentFixtures.anItem;
import static vn.careflow.assignment.AssignmentFixtures.needing;
import static vn.careflow.assignment.AssignmentFixtures.ownedBy;

@JdbcTest
@OnH2
@RecordApplicationEvents
@Import(AgentAssignmentTests.Rooms.class)
class AgentAssignmentTests {

	@RegisterExtension
	final Time time = Time.at("2026-03-02T09:30");

	@Autowired
	Staff staff;

	@Autowired
	AgentAssignment assignment;

	@Autowired
	AgentLoads loads;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	@BeforeEach
	void registersPeople() {
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.register(agent("lan", "Lan").skilled("warranty", 3));
		this.staff.register(agent("minh", "Minh").skilled("warranty", 5).withCapacity(2));
		this.staff.register(agent("nam", "Nam").inTeams("sales"));
	}

	@Test
	void givesTheWorkToTheBestAndSaysWhy() {
		AssignmentDecision decision = this.assignment.assign(needing(anItem(), "warranty"));

		assertThat(decision.agentId()).contains("minh");
		assertThat(decision.summary())
			.isEqualTo("Giao cho Minh vì có kỹ năng bảo hành cao nhất (mức 5/5) trong 2 người nhận được việc này.");
		assertThat(decision.candidates()).extracting(CandidateReason::name).containsExactly("Minh", "Lan");
		assertThat(decision.candidates()).extracting(CandidateReason::chosen).containsExactly(true, false);
		assertThat(decision.candidates().get(1).reasons())
			.containsExactly("Nhận được: 0/20 điểm việc trong ngày, kỹ năng bảo hành mức 3/5");
		assertThat(this.assignment.decisionFor(decision.workItemId())).contains(decision);
	}

	@Test
	void leavesTheWorkWithWhoHasIt() {
		WorkItem item = anItem();
		AssignmentDecision first = this.assignment.assign(item);

		AssignmentDecision again = this.assignment.assign(ownedBy(item, "minh", null));

		assertThat(again).isEqualTo(first);
		assertThat(this.assignment.historyOf(item.id())).hasSize(1);
	}

	@Test
	void spreadsTheWorkUntilEverybodyHasEnough() {
		for (int i = 0; i < 4; i++) {
			this.assignment.assign(needing(anItem(), "warranty"));
		}
		AssignmentDecision fifth = this.assignment.assign(needing(anItem(), "warranty"));

		assertThat(fifth.agentId()).contains("lan");
		assertThat(fifth.candidates().get(1).reasons()).containsExactly("Đã đủ việc trong ngày (2/2)");
	}

	@Test
	void tellsWhyNobodyCanTakeItAndDecidesAnewWhenAskedAgain() {
		this.staff.stopReceiving("lan", "đào tạo");
		this.staff.stopReceiving("minh", "đào tạo");
		WorkItem item = anItem();

		AssignmentDecision nobody = this.assignment.assign(item);
		this.staff.startReceiving("lan");
		AssignmentDecision somebody = this.assignment.assign(item);

		assertThat(nobody.agentId()).isEmpty();
		assertThat(nobody.summary())
			.isEqualTo("Chưa giao được: không ai trong 2 người đã xét của nhóm Chăm sóc khách hàng nhận được việc này "
					+ "(2 tạm ngừng nhận việc).");
		assertThat(somebody.agentId()).contains("lan");
		assertThat(this.assignment.historyOf(item.id())).containsExactly(somebody, nobody);
	}

	@Test
	void tellsThatATeamIsUnknown() {
		WorkItem item = WorkItem.of(UUID.randomUUID(), "REQUEST", "moon", this.time.now());

		assertThat(this.assignment.assign(item).summary()).contains("moon");
	}

	@Test
	void looksAtTheMomentOfTheWorkNotAtNow() {
		assertThat(this.assignment.assign(anItem(Time.instant("2026-03-08T10:00"))).summary())
			.contains("2 ngoài ca làm việc");
		absence("lan", "2026-03-03T00:00", "2026-03-04T00:00", null);
		AssignmentDecision tomorrow = this.assignment.assign(anItem(Time.instant("2026-03-03T10:00")));
		assertThat(tomorrow.agentId()).contains("minh");
		assertThat(tomorrow.candidates().get(1).reasons()).containsExactly("Vắng mặt đến 00:00 04/03/2026");
		assertThat(this.assignment.assign(anItem()).agentId()).contains("lan");
	}

	@Test
	void asksTheOwnerFirstButNeverAgainstTheRules() {
		assertThat(this.assignment.assign(ownedBy(anItem(), "minh", null)).summary())
			.isEqualTo("Giao cho Minh vì là người phụ trách khách hàng.");
		assertThat(this.assignment.assign(ownedBy(anItem(), null, "minh")).summary())
			.isEqualTo("Giao cho Minh vì là người xử lý lần trước.");

		AssignmentDecision decision = this.assignment.assign(ownedBy(anItem(), "minh", "nam"));
		assertThat(decision.agentId()).contains("lan");
		assertThat(decision.candidates()).filteredOn((who) -> who.agentId().equals("nam"))
			.singleElement()
			.satisfies((nam) -> assertThat(nam.reasons()).containsExactly("Không thuộc nhóm Chăm sóc khách hàng"));
	}

	@Test
	void asksWhoStandsInForAnAbsentOwner() {
		this.staff.register(agent("oanh", "Oanh"));
		absence("oanh", "2026-03-02T00:00", "2026-03-04T00:00", "minh");

		assertThat(this.assignment.assign(ownedBy(anItem(), "oanh", "lan")).summary())
			.isEqualTo("Giao cho Minh vì đang thay người phụ trách khách hàng.");
	}

	@Test
	void countsOnlyTheDayOfTheWorkAndWhatWasLeftFromBefore() {
		WorkItem left = ownedBy(anItem(), "minh", null);
		this.assignment.assign(left);
		this.assignment.assign(ownedBy(anItem(Time.instant("2026-03-05T09:00")), "minh", null));

		this.time.passes(Duration.ofDays(1));
		assertThat(minhToday()).as("one left from yesterday").isEqualTo("minh");
		assertThat(minhToday()).as("one left and one of today").isEqualTo("lan");
		assertThat(this.assignment.assign(ownedBy(anItem(Time.instant("2026-03-05T09:00")), "minh", null)).agentId())
			.as("one planned for that day")
			.contains("minh");

		assertThat(this.assignment.release(left.id(), this.time.now())).isTrue();
		assertThat(minhToday()).isEqualTo("minh");
	}

	@Test
	void keepsWorkThatMovesWithItsHolderIfTheyAreThereThen() {
		WorkItem item = ownedBy(anItem(), "lan", null);
		this.assignment.assign(item);
		this.assignment.reassign(item.id(), "minh", "Lan nhờ", "lan");
		absence("minh", "2026-03-04T00:00", "2026-03-05T00:00", null);

		AssignmentDecision tomorrow = this.assignment.assign(moved(item, "2026-03-03T10:00"));
		AssignmentDecision dayAfter = this.assignment.assign(moved(item, "2026-03-04T10:00"));

		assertThat(tomorrow.summary()).isEqualTo("Giao cho Minh vì đang giữ việc này.");
		assertThat(dayAfter.summary()).isEqualTo("Giao cho Lan vì là người phụ trách khách hàng.");
		assertThat(this.assignment.historyOf(item.id())).hasSize(4)
			.filteredOn((decision) -> decision.endedAt().isEmpty())
			.containsExactly(dayAfter);
	}

	@Test
	void takesMovedWorkFromAHolderWhomNobodyCanReplace() {
		WorkItem item = anItem();
		this.assignment.assign(item);

		assertThat(this.assignment.assign(moved(item, "2026-03-08T10:00")).agentId()).isEmpty();
		assertThat(this.assignment.release(item.id(), this.time.now())).isFalse();
	}

	@Test
	void takesWorkOffTheDeskOnce() {
		AssignmentDecision decision = this.assignment.assign(anItem());

		assertThat(this.assignment.release(decision.workItemId(), this.time.now())).isTrue();
		assertThat(this.assignment.release(decision.workItemId(), this.time.now())).isFalse();
		assertThat(this.assignment.release(UUID.randomUUID(), this.time.now())).isFalse();

		assertThat(this.assignment.decisionFor(decision.workItemId())).get()
			.satisfies((kept) -> assertThat(kept.endedAt()).contains(this.time.now()));
	}

	@Test
	void letsSomebodyDecideOtherwiseAndNotesWhatSpeaksAgainstIt() {
		WorkItem item = ownedBy(anItem(), "minh", null);
		this.assignment.assign(item);

		Reassignment reassignment = this.assignment.reassign(item.id(), "nam", "Khách quen của Nam", "lan");

		assertThat(reassignment).isInstanceOfSatisfying(Reassignment.Done.class, (done) -> {
			assertThat(done.decision().agentId()).contains("nam");
			assertThat(done.decision().decidedBy()).contains("lan");
			assertThat(done.decision().summary())
				.isEqualTo("Chuyển từ Minh sang Nam theo quyết định của Lan: Khách quen của Nam. "
						+ "Lưu ý: Không thuộc nhóm Chăm sóc khách hàng.");
		});
		List<AssignmentDecision> history = this.assignment.historyOf(item.id());
		assertThat(history).hasSize(2);
		assertThat(history.get(1).endedAt()).contains(this.time.now());
		assertThat(this.assignment.assign(item).agentId()).contains("nam");
		assertThat(this.assignment.reassign(item.id(), "nam", "lần nữa", "lan")).isInstanceOf(Reassignment.Done.class);
		assertThat(this.assignment.historyOf(item.id())).hasSize(2);
	}

	@Test
	void givesWorkByHandThatTheRulesCouldNotGive() {
		this.staff.stopReceiving("lan", "đào tạo");
		this.staff.stopReceiving("minh", "đào tạo");
		WorkItem item = anItem();
		this.assignment.assign(item);

		assertThat(this.assignment.reassign(item.id(), "minh", "Gấp", "nam"))
			.isInstanceOfSatisfying(Reassignment.Done.class, (done) -> assertThat(done.decision().summary())
				.isEqualTo("Giao cho Minh theo quyết định của Nam: Gấp. Lưu ý: Đang tạm ngừng nhận việc."));
		assertThat(this.assignment.assign(item).agentId()).contains("minh");
	}

	@Test
	void givesNothingByHandToWhoIsAwayHasLeftOrIsUnknown() {
		this.staff.register(agent("oanh", "Oanh").employedUntil(LocalDate.of(2026, 3, 2)));
		absence("minh", "2026-03-02T00:00", "2026-03-04T00:00", null);
		WorkItem item = anItem();
		AssignmentDecision decision = this.assignment.assign(item);

		assertThat(refusal(item, "minh")).isEqualTo("Minh: Vắng mặt đến 00:00 04/03/2026");
		assertThat(refusal(item, "oanh")).isEqualTo("Oanh: Không trong thời gian làm việc tại đơn vị");
		assertThat(refusal(item, "nobody")).isEqualTo("Không có nhân viên với mã nobody");
		assertThat(this.assignment.objectionTo(item.id(), "nam")).isEmpty();
		assertThat(this.assignment.decisionFor(item.id())).contains(decision);
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.assignment.reassign(UUID.randomUUID(), "lan", "Gấp", "nam"));
	}

	@Test
	void passesOverLeadsWhoTakeNoWork() {
		this.staff.register(agent("binh", "Bình").withRoles(Role.TEAM_LEAD));

		AssignmentDecision decision = this.assignment.assign(anItem());

		assertThat(decision.agentId()).contains("lan");
		assertThat(decision.candidates()).filteredOn((who) -> who.agentId().equals("binh"))
			.singleElement()
			.satisfies((binh) -> assertThat(binh.reasons()).containsExactly("Không có vai trò nhân viên chăm sóc"));
	}

	@Test
	void countsWorkByItsPoints() {
		this.assignment.assign(ownedBy(anItem(), "minh", null).ranked(2, Ranking.USUAL));

		AssignmentDecision next = this.assignment.assign(ownedBy(anItem(), "minh", null));
		AssignmentDecision heavy = this.assignment.assign(ownedBy(anItem(), "minh", null).ranked(19, Ranking.USUAL));
		AssignmentDecision tooHeavy = this.assignment.assign(anItem().ranked(3, Ranking.USUAL));

		assertThat(next.agentId()).contains("lan");
		assertThat(heavy.agentId()).contains("lan");
		assertThat(tooHeavy.agentId()).isEmpty();
		assertThat(tooHeavy.candidates()).extracting(CandidateReason::reasons)
			.containsExactly(List.of("Đã đủ việc trong ngày (20/20 điểm, việc này 3 điểm)"),
					List.of("Đã đủ việc trong ngày (2/2 điểm, việc này 3 điểm)"));
	}

	@Test
	void goesWithoutASkillOnceItHasWaitedLongEnough() {
		SkillNeed need = new SkillNeed("warranty", 4, Time.instant("2026-03-02T10:30"));
		this.staff.stopReceiving("minh", "đào tạo");
		WorkItem item = anItem().needing(List.of(need, SkillNeed.of("warranty")));

		AssignmentDecision early = this.assignment.assign(item);
		Optional<AssignmentDecision> stillEarly = this.assignment.tryAgain(item.at(Time.instant("2026-03-02T10:29")));
		Optional<AssignmentDecision> late = this.assignment.tryAgain(item.at(Time.instant("2026-03-02T10:30")));

		assertThat(early.agentId()).isEmpty();
		assertThat(early.candidates()).filteredOn((who) -> who.agentId().equals("lan"))
			.singleElement()
			.satisfies(
					(lan) -> assertThat(lan.reasons()).containsExactly("Kỹ năng bảo hành mới ở mức 3, cần từ mức 4"));
		assertThat(stillEarly).isEmpty();
		assertThat(late.flatMap(AssignmentDecision::agentId)).contains("lan");
	}

	@Test
	void givesNothingBackToWhoGaveItBack() {
		WorkItem item = ownedBy(anItem(), "minh", null);
		this.assignment.assign(item);

		AssignmentDecision given = this.assignment.giveBack(item.id(), "Không rành tiếng Anh", "minh");

		assertThat(given.agentId()).contains("lan");
		assertThat(given.summary()).startsWith("Minh thôi giữ việc này theo yêu cầu của Minh: Không rành tiếng Anh. ");
		assertThat(given.from()).contains("minh");
		assertThat(given.movedBy()).contains("minh");
		assertThat(given.movedBecause()).contains("Không rành tiếng Anh");
		assertThat(given.candidates()).filteredOn((who) -> who.agentId().equals("minh"))
			.singleElement()
			.satisfies(
					(minh) -> assertThat(minh.reasons()).containsExactly("Đã trả lại hoặc đã được thôi giữ việc này"));
		this.assignment.release(item.id(), this.time.now());
		assertThat(this.assignment.assign(item).agentId()).as("when it comes again").contains("lan");
		assertThat(this.assignment.assign(moved(item, "2026-03-03T10:00")).agentId()).as("when it moves")
			.contains("lan");
	}

	@Test
	void takesItAsDecidedWhenSomebodyGivesItByHandToWhoGaveItBack() {
		WorkItem item = ownedBy(anItem(), "minh", null);
		this.assignment.assign(item);
		this.assignment.giveBack(item.id(), "Không rành tiếng Anh", "minh");

		this.assignment.reassign(item.id(), "minh", "Đã trao đổi", "lan");

		assertThat(this.assignment.assign(moved(item, "2026-03-03T10:00")).summary())
			.isEqualTo("Giao cho Minh vì đang giữ việc này.");
	}

	@Test
	void leavesWorkThatChangesWithWhoHasItThoughTheyAreOffShiftFullOrAway() {
		WorkItem item = ownedBy(anItem(), "minh", null);
		this.assignment.assign(item);
		absence("minh", "2026-03-02T20:00", "2026-03-03T20:00", null);
		this.staff.stopReceiving("minh", "đào tạo");
		this.time.is("2026-03-02T22:00");

		AssignmentDecision kept = this.assignment.reconsider(item.at(this.time.now()).ranked(7, Ranking.USUAL),
				"Mức ưu tiên thay đổi", "lan");

		assertThat(kept.agentId()).contains("minh");
		assertThat(kept.summary())
			.isEqualTo("Xét lại theo yêu cầu của Lan: Mức ưu tiên thay đổi. Giao cho Minh vì đang giữ việc này.");
		assertThat(this.loads.of("minh", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2))).isEqualTo(7);
		assertThat(this.events.stream(WorkReleased.class)).isEmpty();
	}

	@Test
	void takesWorkThatChangesFromWhoIsTheWrongPersonForItNow() {
		this.staff.register(agent("oanh", "Oanh").speaking("vi", "en"));
		WorkItem item = ownedBy(anItem(), "minh", null);
		this.assignment.assign(item);

		AssignmentDecision english = this.assignment.reconsider(item.in("en"), "Khách nói tiếng Anh", "lan");
		AssignmentDecision french = this.assignment.reconsider(item.in("fr"), "Khách nói tiếng Pháp", "lan");

		assertThat(english.agentId()).contains("oanh");
		assertThat(french.agentId()).isEmpty();
		assertThat(this.assignment.openOf("oanh")).isEmpty();
	}

	@Test
	void tellsOthersWhatHasHappened() {
		WorkItem item = ownedBy(anItem(), "minh", null);
		this.assignment.assign(item);
		this.assignment.reassign(item.id(), "lan", "Đổi ca", "nam");
		this.assignment.release(item.id(), this.time.now());
		WorkItem nobodys = anItem().in("fr");
		AssignmentDecision nobody = this.assignment.assign(nobodys);

		assertThat(this.events.stream(WorkAssigned.class)).containsExactly(
				new WorkAssigned(item.id(), Optional.empty(), "minh"),
				new WorkAssigned(item.id(), Optional.of("minh"), "lan"));
		assertThat(this.events.stream(WorkReleased.class)).containsExactly(new WorkReleased(item.id(), "minh"),
				new WorkReleased(item.id(), "lan"));
		assertThat(this.events.stream(WorkUnassigned.class)).containsExactly(new WorkUnassigned(nobodys, nobody.id()));
	}

	@Test
	void proposesForManyWithoutDoingAnything() {
		this.time.is("2026-03-07T22:00");
		List<WorkItem> items = List.of(ownedBy(anItem(), "minh", null), ownedBy(anItem(), "minh", null),
				ownedBy(anItem(), "minh", null), ownedBy(anItem(), "lan", null));

		List<Proposal> proposals = this.assignment.propose(items, Set.of("lan"));

		assertThat(proposals).extracting(Proposal::agentId)
			.as("on Monday, when the team works again")
			.containsExactly(Optional.of("minh"), Optional.of("minh"), Optional.empty(), Optional.empty());
		assertThat(proposals).extracting(Proposal::workItemId).isEqualTo(items.stream().map(WorkItem::id).toList());
		assertThat(this.assignment.decisionFor(items.get(0).id())).isEmpty();
		assertThat(this.loads.ofAll(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 9))).isEmpty();
	}

	@Test
	void findsAndRepairsWhatTheLedgerOfLoadsDoesNotKnow() {
		this.assignment.assign(ownedBy(anItem(), "minh", null));
		this.assignment.assign(ownedBy(anItem(), "lan", null));
		assertThat(this.loads.differences()).isEmpty();
		this.jdbc.sql("update open_assignment set weight = 5 where agent_id = 'lan'").update();
		this.jdbc.sql("delete from open_assignment where agent_id = 'minh'").update();

		LocalDate day = LocalDate.of(2026, 3, 2);
		assertThat(this.loads.differences()).containsExactly(new LoadDifference("lan", day, 4),
				new LoadDifference("minh", day, -1));
		assertThat(this.loads.repair()).isEqualTo(2);

		assertThat(this.loads.differences()).isEmpty();
		assertThat(this.loads.of("lan", day, day)).isEqualTo(5);
		assertThat(this.loads.ofAll(day, day)).containsEntry("lan", 5).containsEntry("minh", 0);
	}

	@Test
	void makesOneLineOfManyInTheLedger() {
		for (int i = 0; i < 12; i++) {
			this.assignment.assign(ownedBy(anItem(), "lan", null));
		}
		WorkItem done = ownedBy(anItem(), "minh", null);
		this.assignment.assign(done);
		this.assignment.release(done.id(), this.time.now());

		this.loads.tidy();

		assertThat(this.jdbc.sql("select points from agent_load").query(Integer.class).list()).containsExactly(12);
		assertThat(this.loads.differences()).isEmpty();
	}

	private String minhToday() {
		return this.assignment.assign(ownedBy(anItem(this.time.now()), "minh", null)).agentId().orElse("nobody");
	}

	private static WorkItem moved(WorkItem item, String local) {
		return item.at(Time.instant(local));
	}

	private String refusal(WorkItem item, String agentId) {
		String reason = ((Reassignment.Refused) this.assignment.reassign(item.id(), agentId, "Gấp", "nam")).reason();
		assertThat(this.assignment.objectionTo(item.id(), agentId)).contains(reason);
		return reason;
	}

	private void absence(String agentId, String from, String to, String substituteId) {
		this.staff.enterAbsence(
				new NewAbsence(UUID.randomUUID(), agentId, Time.instant(from), Time.instant(to), substituteId, null));
	}

	private static NewAgent agent(String id, String name) {
		return NewAgent.named(id, name, id + "@careflow.example", LocalDate.of(2020, 1, 1)).inTeams("service");
	}

	/** The rooms that assignment needs. */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(HandOverSettings.class)
	@ComponentScan(basePackages = { "vn.careflow.staff", "vn.careflow.assignment" })
	static class Rooms {

	}

}
