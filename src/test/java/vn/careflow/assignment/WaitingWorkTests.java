package vn.careflow.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Rest;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@JdbcTest
@OnH2
@Import(AgentAssignmentTests.Rooms.class)
class WaitingWorkTests {

	private static final LocalDate HIRED = LocalDate.of(2024, 1, 2);

	@RegisterExtension
	final Time time = Time.at("2026-03-02T20:00");

	@Autowired
	Staff staff;

	@Autowired
	WaitingWork waiting;

	@BeforeEach
	void aTeamThatHasGoneHome() {
		this.staff.registerTeam(new NewTeam("queue", "Nhóm chờ"));
		this.staff.registerTeam(new NewTeam("other", "Nhóm khác"));
		this.staff.register(agent("q.lan").skilled("warranty", 3));
	}

	@Test
	void keepsTheMoreUrgentBeforeWhatHasWaitedLonger() {
		UUID usual = waits(anItem(), 50);
		this.time.passes(Duration.ofMinutes(1));
		UUID urgent = waits(anItem(), 90);
		UUID later = waits(anItem(), 50);

		assertThat(queue()).startsWith(urgent, usual).contains(later);
		assertThat(this.waiting.count("queue")).isEqualTo(3);
	}

	@Test
	void keepsThePlaceOfWhatWaitsAlready() {
		WorkItem first = anItem();
		waits(first, 50);
		this.time.passes(Duration.ofMinutes(1));
		UUID second = waits(anItem(), 50);

		waits(first.in("en"), 50);

		assertThat(queue()).containsExactly(first.id(), second);
		assertThat(this.waiting.of("queue", 10).get(0).language()).isEqualTo("en");
	}

	@Test
	void offersAPersonOnlyWhatSuitsThem() {
		UUID suits = waits(anItem().needing(List.of(new SkillNeed("warranty", 3, null))), 50);
		waits(anItem().needing(List.of(new SkillNeed("warranty", 4, null))), 50);
		UUID soon = waits(anItem().needing(List.of(new SkillNeed("warranty", 5, this.time.now()))), 40);
		waits(anItem().in("en"), 50);
		waits(anItem().excluding(Set.of("q.lan")), 50);
		this.staff.change(agent("q.lan").skilled("warranty", 3).servingProducts("NET").servingGroups("LARGE"));
		waits(anItem().about("TV", "LARGE"), 50);
		waits(anItem().about("NET", "SMALL"), 50);
		UUID aboutNet = waits(anItem().about("NET", "LARGE"), 30);
		waits(WorkItem.of(UUID.randomUUID(), "REQUEST", "other", this.time.now()), 50);

		assertThat(forLan()).containsExactly(suits, soon, aboutNet);

		this.staff.stopReceiving("q.lan", "đào tạo");
		assertThat(forLan()).isEmpty();
	}

	@Test
	void knowsWithoutATryWhoHasNoRoomForMore() {
		this.staff.register(agent("q.full").workingBy("always").withCapacity(0));
		this.staff.register(agent("q.free").workingBy("always"));
		UUID id = waits(anItem(), 50);

		assertThat(this.waiting.mayTake("q.full", item(id))).isFalse();
		assertThat(this.waiting.mayTake("q.free", item(id))).isTrue();
		assertThat(this.waiting.mayTake("q.lan", item(id))).isFalse();
	}

	@Test
	void offersALongQueuePageByPageWithoutLeavingAnythingOut() {
		List<UUID> all = new ArrayList<>();
		for (int i = 0; i < 450; i++) {
			WorkItem item = (i % 3 == 0) ? anItem().in("en") : anItem();
			waits(item, 50 + i % 2);
			if (i % 3 != 0) {
				all.add(item.id());
			}
		}

		assertThat(forLan()).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
	}

	@Test
	void looksASecondTimeSoonAndThenWhenSomebodyWhoSuitsComesToWork() {
		this.staff.register(agent("q.early").speaking("en").workingBy("always"));
		UUID id = waits(anItem(), 50);
		assertThat(nextTry(id)).isEqualTo(Time.instant("2026-03-02T20:00:30"));

		triedInVain(id);

		assertThat(nextTry(id)).isEqualTo(Time.instant("2026-03-03T08:00"));
		this.time.is("2026-03-03T07:59");
		assertThat(this.waiting.due(10)).isEmpty();
		this.time.is("2026-03-03T08:00");
		assertThat(this.waiting.due(10)).extracting(WaitingItem::workItemId).containsExactly(id);
	}

	@Test
	void looksAgainWhenAnAbsenceEnds() {
		this.staff.enterAbsence(new NewAbsence(UUID.randomUUID(), "q.lan", Time.instant("2026-03-01T00:00"),
				Time.instant("2026-03-05T00:00"), null, "nghỉ phép"));
		UUID id = waits(anItem(), 50);

		triedInVain(id);

		assertThat(nextTry(id)).isEqualTo(Time.instant("2026-03-05T08:00"));
	}

	@Test
	void looksAgainWhenASkillIsNoLongerAskedFor() {
		Instant drop = Time.instant("2026-03-02T22:15");
		UUID id = waits(anItem().needing(List.of(new SkillNeed("repair", 2, drop))), 50);

		triedInVain(id);

		assertThat(nextTry(id)).isEqualTo(drop);
	}

	@Test
	void knowsWhenThereIsNothingToWaitForButNews() {
		UUID id = waits(anItem().in("ko"), 50);

		triedInVain(id);

		assertThat(item(id).nextTryAt()).isNull();
		this.waiting.noteAll();
		assertThat(this.waiting.due(10)).extracting(WaitingItem::workItemId).containsExactly(id);
	}

	@Test
	void repeatsATryThatFailed() {
		UUID id = waits(anItem(), 50);

		this.waiting.failed(id);

		assertThat(nextTry(id)).isEqualTo(Time.instant("2026-03-02T20:01"));
		assertThat(item(id).tries()).isOne();
	}

	@Test
	void notesNewsOfAPersonOnlyWhileSomethingWaitsInTheirTeam() {
		assertThat(this.waiting.note("q.lan")).isFalse();
		waits(anItem(), 50);

		assertThat(this.waiting.note("q.lan")).isTrue();
		assertThat(this.waiting.note("nobody")).isFalse();
		WaitingWork.Claimed news = this.waiting.claimNews().orElseThrow();
		assertThat(news.agentId()).isEqualTo("q.lan");
		assertThat(this.waiting.claimNews()).isEmpty();

		this.waiting.done(news);
		this.time.passes(Duration.ofHours(1));
		assertThat(this.waiting.claimNews()).isEmpty();
	}

	@Test
	void leavesNewsToOthersWhenWhoWasAtItStopped() {
		waits(anItem(), 50);
		this.waiting.note("q.lan");
		WaitingWork.Claimed news = this.waiting.claimNews().orElseThrow();

		this.time.passes(Duration.ofMinutes(2));

		assertThat(this.waiting.claimNews()).contains(news);
		this.waiting.release(news);
		assertThat(this.waiting.claimNews()).contains(news);
	}

	@Test
	void showsTheHeadOfTheQueueOverRest() throws Exception {
		UUID usual = waits(anItem().needing(List.of(new SkillNeed("warranty", 4, null))), 50);
		UUID urgent = waits(anItem(), 90);

		Rest.of(new WaitingWorkController(this.waiting))
			.perform(MockMvcRequestBuilders.get("/api/waiting-work?teamId=queue&size=1"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(2))
			.andExpect(jsonPath("$.items.length()").value(1))
			.andExpect(jsonPath("$.items[0].workItemId").value(urgent.toString()))
			.andExpect(jsonPath("$.items[0].nextTryAt").value("2026-03-02T13:00:30Z"));
		assertThat(queue()).containsExactly(urgent, usual);
	}

	@Test
	void forgetsWhatSomebodyHas() {
		UUID id = waits(anItem(), 50);

		assertThat(this.waiting.hold(id)).isTrue();
		assertThat(this.waiting.done(id)).isTrue();

		assertThat(this.waiting.done(id)).isFalse();
		assertThat(this.waiting.hold(id)).isFalse();
		assertThat(this.waiting.claim(id)).isEmpty();
		assertThat(queue()).isEmpty();
	}

	private WorkItem anItem() {
		return WorkItem.of(UUID.randomUUID(), "REQUEST", "queue", this.time.now());
	}

	private UUID waits(WorkItem item, int urgency) {
		this.waiting.await(item, urgency);
		return item.id();
	}

	private void triedInVain(UUID id) {
		WaitingItem waits = this.waiting.claim(id).orElseThrow();
		this.waiting.triedInVain(
				WorkItem.of(id, waits.kind(), waits.teamId(), waits.at()).in(waits.language()).needing(waits.skills()),
				waits);
	}

	private Instant nextTry(UUID id) {
		return item(id).nextTryAt();
	}

	private WaitingItem item(UUID id) {
		return this.waiting.of("queue", 1000)
			.stream()
			.filter((item) -> item.workItemId().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private List<UUID> queue() {
		return this.waiting.of("queue", 1000).stream().map(WaitingItem::workItemId).toList();
	}

	private List<UUID> forLan() {
		List<UUID> ids = new ArrayList<>();
		WaitingItem after = null;
		do {
			WaitingWork.Page page = this.waiting.forAgent("q.lan", after);
			page.items().forEach((item) -> ids.add(item.workItemId()));
			after = page.last();
		}
		while (after != null);
		return ids;
	}

	private static NewAgent agent(String id) {
		return NewAgent.named(id, "Nguyễn Thị Lan", id + "@example.com", HIRED).inTeams("queue");
	}

}
