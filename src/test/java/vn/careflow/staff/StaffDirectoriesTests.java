package vn.careflow.staff;

import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.testsupport.OnH2;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.careflow.staff.StaffFixtures.anAgent;

/**
 * Two nodes keep the directory in memory and see each other's changes.
 */
@JdbcTest
@OnH2
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({ Staff.class, StaffTables.class, StaffDirectories.class, CalendarTables.class })
class StaffDirectoriesTests {

	@Autowired
	Staff staff;

	@Autowired
	StaffDirectories here;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	DataSource dataSource;

	@Autowired
	PlatformTransactionManager transactions;

	StaffDirectories elsewhere;

	String agentId;

	@BeforeEach
	void registersAnAgent() throws MetaDataAccessException {
		this.elsewhere = new StaffDirectories(
				new StaffTables(this.jdbc, new CalendarTables(this.jdbc), this.clock, this.dataSource));
		this.agentId = "a" + UUID.randomUUID().toString().substring(0, 8);
		this.staff.register(anAgent(this.agentId));
	}

	@AfterEach
	void leavesNobody() {
		this.jdbc.sql("delete from agent_language").update();
		this.jdbc.sql("delete from agent_role").update();
		this.jdbc.sql("delete from agent").update();
	}

	@Test
	void keepsThePictureWhileNothingChanges() {
		assertThat(this.elsewhere.current()).isSameAs(this.elsewhere.current());
	}

	@Test
	void seesAChangeOfAnotherNodeAtOnce() {
		assertThat(this.elsewhere.current().find(this.agentId)).get().extracting(Agent::receiving).isEqualTo(true);

		this.staff.stopReceiving(this.agentId, "đào tạo");

		assertThat(this.elsewhere.current().find(this.agentId)).get().extracting(Agent::receiving).isEqualTo(false);
	}

	@Test
	void sharesNoChangeBeforeItIsCommittedAndForgetsOneThatIsNot() {
		new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> {
			this.staff.stopReceiving(this.agentId, "đào tạo");
			assertThat(this.staff.get(this.agentId).receiving()).as("own change").isFalse();
			assertThat(this.here.recent().find(this.agentId)).get()
				.extracting(Agent::receiving)
				.as("own change")
				.isEqualTo(false);
			transaction.setRollbackOnly();
		});

		assertThat(this.staff.get(this.agentId).receiving()).isTrue();
		assertThat(this.here.recent().find(this.agentId)).get().extracting(Agent::receiving).isEqualTo(true);
	}

	@Test
	void keepsCalendarsThatDidNotChange() {
		var before = this.here.current().calendar("office");

		this.staff.stopReceiving(this.agentId, "đào tạo");

		assertThat(this.here.current().calendar("office")).isSameAs(before);
	}

}
