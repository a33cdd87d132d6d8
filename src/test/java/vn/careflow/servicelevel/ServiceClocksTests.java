package vn.careflow.servicelevel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.staff.WorkCalendars;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static vn.careflow.servicelevel.ClockKind.FIRST_RESPONSE;
import static vn.careflow.servicelevel.ClockKind.RESOLUTION;
import static vn.careflow.testsupport.Time.instant;

@JdbcTest
@OnH2
@Import({ ServiceClocks.class, ClockTables.class, Escalations.class, Notices.class })
class ServiceClocksTests {

	private static final BusinessCalendar OFFICE = BusinessCalendar.named("office", Time.ZONE)
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "12:00")
		.open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "13:30", "17:30")
		.build();

	private static final Instant NINE = instant("2026-11-23T09:00");

	private static final Instant TEN = instant("2026-11-23T10:00");

	@RegisterExtension
	final Time time = Time.at("2026-11-23T09:00");

	@MockitoBean
	WorkCalendars calendars;

	@Autowired
	ServiceClocks clocks;

	@Autowired
	Escalations escalations;

	@Autowired
	Notices notices;

	@Autowired
	JdbcClient jdbc;

	private final UUID requestId = UUID.randomUUID();

	@BeforeEach
	void oneCalendar() {
		given(this.calendars.named("office")).willReturn(OFFICE);
	}

	@Test
	void startsAClockOnce() {
		start(RESOLUTION, "8h", NINE);
		start(RESOLUTION, "4h", TEN);

		assertThat(entries()).containsExactly("STARTED");
		assertThat(state(RESOLUTION, TEN)).satisfies((state) -> {
			assertThat(state.target()).isEqualTo(CareDuration.parse("8h"));
			assertThat(state.dueAt()).isEqualTo(instant("2026-11-24T09:00"));
			assertThat(state.round()).isOne();
		});
	}

	@Test
	void knowsNoStateOfAClockThatNeverStarted() {
		assertThat(this.clocks.state(this.requestId, RESOLUTION, NINE)).isEmpty();
	}

	@Test
	void pausesAndResumesAllClocksOfACaseOnce() {
		start(FIRST_RESPONSE, "1h", NINE);
		start(RESOLUTION, "8h", NINE);

		this.clocks.pause(this.requestId, TEN, "Chờ khách phản hồi");
		this.clocks.pause(this.requestId, TEN, "Chờ khách phản hồi");
		this.clocks.resume(this.requestId, instant("2026-11-23T11:00"), "Khách đã phản hồi");
		this.clocks.resume(this.requestId, instant("2026-11-23T11:30"), "Khách đã phản hồi");

		assertThat(entries()).containsExactly("STARTED", "PAUSED", "RESUMED", "STARTED", "PAUSED", "RESUMED");
		assertThat(state(RESOLUTION, instant("2026-11-23T11:30")).dueAt()).isEqualTo(instant("2026-11-24T10:00"));
	}

	@Test
	void leavesAClockThatEndedAloneWhenTheCasePauses() {
		start(FIRST_RESPONSE, "1h", NINE);
		start(RESOLUTION, "8h", NINE);
		this.clocks.met(this.requestId, FIRST_RESPONSE, TEN);

		this.clocks.pause(this.requestId, TEN, "Chờ khách phản hồi");

		assertThat(entries()).containsExactly("STARTED", "MET", "STARTED", "PAUSED");
		assertThat(this.clocks.openStates(this.requestId, TEN)).extracting(ClockState::kind)
			.containsExactly(RESOLUTION);
	}

	@Test
	void saysInTheLedgerSinceWhenItWasLate() {
		start(FIRST_RESPONSE, "1h", NINE);

		this.clocks.met(this.requestId, FIRST_RESPONSE, instant("2026-11-23T10:30"));
		this.clocks.met(this.requestId, FIRST_RESPONSE, instant("2026-11-23T10:40"));

		assertThat(entries()).containsExactly("STARTED", "BREACHED", "MET");
		assertThat(this.jdbc.sql("""
				select e.happened_at from service_clock_entry e join service_clock c on c.id = e.clock_id
				where e.entry_type = 'BREACHED' and c.subject_id = ?""")
			.param(this.requestId)
			.query(OffsetDateTime.class)
			.single()
			.toInstant()).isEqualTo(TEN);
		assertThat(state(FIRST_RESPONSE, NINE.plusSeconds(90_000)).breached()).isTrue();
	}

	@Test
	void beginsANewRoundWhenTheCaseIsReopenedAndLeavesTheOldResultAlone() {
		start(RESOLUTION, "8h", NINE);
		this.clocks.met(this.requestId, RESOLUTION, TEN);
		Instant reopened = instant("2026-11-25T09:00");

		start(RESOLUTION, "4h", reopened);

		ClockState state = state(RESOLUTION, reopened);
		assertThat(state.round()).isEqualTo(2);
		assertThat(state.deadlineState()).isEqualTo(DeadlineState.ON_TRACK);
		assertThat(state.dueAt()).isEqualTo(instant("2026-11-25T14:30"));
		assertThat(entries()).containsExactly("STARTED", "MET", "STARTED");
	}

	@Test
	void changesATargetOnceAndKeepsTheTimeUsed() {
		start(RESOLUTION, "8h", NINE);

		this.clocks.changeTarget(this.requestId, RESOLUTION, CareDuration.parse("4h"), "office", TEN, "Nâng ưu tiên");
		this.clocks.changeTarget(this.requestId, RESOLUTION, CareDuration.parse("4h"), "office", TEN, "Nâng ưu tiên");

		assertThat(entries()).containsExactly("STARTED", "TARGET_CHANGED");
		assertThat(state(RESOLUTION, TEN).dueAt()).isEqualTo(instant("2026-11-23T14:30"));
	}

	@Test
	void cancelsWhatIsStillOpen() {
		start(FIRST_RESPONSE, "1h", NINE);
		start(RESOLUTION, "8h", NINE);

		this.clocks.cancel(this.requestId, NINE.plusSeconds(60), "Khách rút yêu cầu");
		this.clocks.cancel(this.requestId, TEN, "Khách rút yêu cầu");

		assertThat(entries()).containsExactly("STARTED", "CANCELLED", "STARTED", "CANCELLED");
		assertThat(this.clocks.openStates(this.requestId, TEN)).isEmpty();
	}

	@Test
	void keepsTheOrderOfTheLedgerWhenANodesClockIsBehind() {
		start(RESOLUTION, "8h", TEN);

		this.clocks.pause(this.requestId, NINE, "Chờ khách phản hồi");

		assertThat(state(RESOLUTION, TEN)).satisfies((state) -> {
			assertThat(state.usedTime()).isZero();
			assertThat(state.paused()).isTrue();
		});
	}

	@Test
	void keepsWhoDidIt() {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("lan.nguyen", ""));
		start(RESOLUTION, "8h", NINE);
		SecurityContextHolder.clearContext();
		this.clocks.pause(this.requestId, TEN, "x".repeat(300));

		assertThat(this.jdbc.sql("""
				select coalesce(e.actor_id, 'nobody') from service_clock_entry e
				join service_clock c on c.id = e.clock_id where c.subject_id = ? order by e.entry_no""")
			.param(this.requestId)
			.query(String.class)
			.list()).containsExactly("lan.nguyen", "nobody");
	}

	@Test
	void tellsEachPersonOfEachRungOnce() {
		assertThat(tell("lan.nguyen", "NEAR")).isTrue();
		assertThat(tell("lan.nguyen", "NEAR")).isFalse();
		assertThat(tell("lan.nguyen", "PASSED")).isTrue();
		assertThat(tell("minh.tran", "NEAR")).isTrue();

		assertThat(this.notices.of("lan.nguyen")).extracting(Notice::rung).containsExactlyInAnyOrder("NEAR", "PASSED");
		assertThat(this.notices.of("minh.tran")).extracting(Notice::text)
			.containsExactly("Sắp đến hạn: hãy xử lý trước khi trễ.");
	}

	@Test
	void tellsAgainWhenTheCaseIsReopened() {
		start(RESOLUTION, "8h", NINE);
		tell("lan.nguyen", "NEAR");
		this.clocks.met(this.requestId, RESOLUTION, TEN);
		start(RESOLUTION, "8h", instant("2026-11-25T09:00"));

		assertThat(tell("lan.nguyen", "NEAR")).isTrue();
		assertThat(tell("lan.nguyen", "NEAR")).isFalse();
	}

	@Test
	void showsNobodyWhatTheyHaveReadAndNobodyReadsForAnother() {
		tell("lan.nguyen", "NEAR");
		UUID noticeId = this.notices.of("lan.nguyen").get(0).id();

		assertThat(this.notices.markRead(noticeId, "minh.tran")).isFalse();
		assertThat(this.notices.of("lan.nguyen")).hasSize(1);
		assertThat(this.notices.markRead(noticeId, "lan.nguyen")).isTrue();
		assertThat(this.notices.of("lan.nguyen")).isEmpty();
		assertThat(this.notices.page("lan.nguyen", false, 0, 20)).extracting(Notice::readAt)
			.containsExactly(this.time.now());
		assertThat(this.notices.count("lan.nguyen", false)).isOne();
		assertThat(this.notices.count("lan.nguyen", true)).isZero();
	}

	private boolean tell(String recipient, String rung) {
		return this.escalations.tell(new NewNotice(this.requestId, recipient, rung, this.time.now()));
	}

	private void start(ClockKind kind, String target, Instant at) {
		this.clocks.start(this.requestId, kind, CareDuration.parse(target), "office", at, "service-targets");
	}

	private ClockState state(ClockKind kind, Instant now) {
		return this.clocks.state(this.requestId, kind, now).orElseThrow();
	}

	private List<String> entries() {
		return this.jdbc.sql("""
				select e.entry_type from service_clock_entry e join service_clock c on c.id = e.clock_id
				where c.subject_id = ? order by c.kind, c.round_no, e.entry_no""")
			.param(this.requestId)
			.query(String.class)
			.list();
	}

}
