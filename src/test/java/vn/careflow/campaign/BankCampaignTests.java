package vn.careflow.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

import vn.careflow.customer.CustomerImport;
import vn.careflow.customer.ImportState;
import vn.careflow.customer.Imports;
import vn.careflow.customer.NewImport;
import vn.careflow.opportunity.Product;
import vn.careflow.opportunity.Products;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real call campaign from its file to its last call: imported, started, called as often
 * as the file says, concluded as the file says, each call within the hours the law
 * permits.
 */
@SpringBootTest
@OnH2
@DirtiesContext
class BankCampaignTests {

	private static final Logger log = LoggerFactory.getLogger(BankCampaignTests.class);

	private static final Path FILE = Path.of(System.getProperty("careflow.shared-data", "../shared/data"),
			"bank-call-campaign.csv");

	private static final Path MAPPING = Path.of("docs/imports/bank-call-campaign.mapping.json");

	private static final int CALLS = 11;

	private static final int OUTCOME = 14;

	@RegisterExtension
	final Time time = Time.at("2026-03-02T08:00");

	@Autowired
	ProcessEngine engine;

	@Autowired
	Imports imports;

	@Autowired
	Staff staff;

	@Autowired
	Products products;

	@Autowired
	JdbcClient jdbc;

	@Test
	void playsEachProspectToTheOutcomeOfTheFile() throws Exception {
		assumeTrue(Files.exists(FILE), () -> "The campaign's file is not there: " + FILE);
		int wanted = rowsWanted();
		callCentre();
		long began = System.nanoTime();

		CustomerImport imported = imported(wanted);
		long afterImport = System.nanoTime();
		Map<String, CampaignRow> rows = started();
		CampaignPlayer player = new CampaignPlayer(this.engine, rows, 2);
		player.play();
		double seconds = (System.nanoTime() - afterImport) / 1e9;

		int calls = rows.values().stream().mapToInt(CampaignRow::calls).sum();
		long won = rows.values().stream().filter(CampaignRow::won).count();
		log.info("{}: imported {} rows in {} s; played {} cases, {} calls, {} won in {} s, {} cases/s", database(),
				imported.rowsDone(), (afterImport - began) / 1_000_000_000, rows.size(), calls, won, (long) seconds,
				Math.round(rows.size() / seconds));
		assertThat(rows).hasSize(wanted);
		assertThat(player.callsMade()).isEqualTo(calls);
		assertThat(count("select count(*) from contact_attempt")).isEqualTo(calls);
		assertThat(count("select count(*) from opportunity where outcome = 'WON'")).isEqualTo(won);
		assertThat(count("select count(*) from opportunity where outcome = 'LOST'")).isEqualTo(rows.size() - won);
		assertThat(this.engine.getRuntimeService().createIncidentQuery().count()).isZero();
		assertThat(this.engine.getManagementService().createJobQuery().noRetriesLeft().count()).isZero();
		assertThat(hoursOfCalls())
			.allSatisfy((at) -> assertThat(at).isAfterOrEqualTo(LocalTime.of(8, 0)).isBefore(LocalTime.of(17, 0)));
	}

	/** The agents of the campaign: enough hands for every planned call of a day. */
	private void callCentre() {
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		IntStream.rangeClosed(1, 40)
			.mapToObj("agent%02d"::formatted)
			.forEach((id) -> this.staff.register(NewAgent.named(id, id, id + "@example.com", LocalDate.of(2024, 1, 1))
				.inTeams("sales", "service")
				.workingBy("always")
				.withCapacity(100_000)));
		this.products.keep(new Product("DEPOSIT", "Tiền gửi có kỳ hạn", null, true));
	}

	private CustomerImport imported(int wanted) throws IOException, InterruptedException {
		UUID id = this.imports
			.submit(new NewImport("bank-call-campaign.csv", new FileSystemResource(FILE), Files.readString(MAPPING),
					false, wanted, "admin"))
			.id();
		CustomerImport state = this.imports.get(id);
		while (state.state() == ImportState.QUEUED || state.state() == ImportState.RUNNING) {
			Thread.sleep(Duration.ofMillis(200).toMillis());
			state = this.imports.get(id);
		}
		assertThat(state.state()).isEqualTo(ImportState.DONE);
		assertThat(state.refused()).isZero();
		return state;
	}

	/** The rows for whose customers an opportunity was opened, by customer id. */
	private Map<String, CampaignRow> started() throws IOException {
		List<String> lines = Files.readAllLines(FILE);
		Map<String, CampaignRow> rows = new HashMap<>();
		this.jdbc
			.sql("select c.id, c.external_id from customer c where exists "
					+ "(select 1 from opportunity o where o.customer_id = c.id)")
			.query((row) -> {
				int number = Integer.parseInt(row.getString("external_id").replaceAll("\\D", ""));
				String[] cells = lines.get(number).split(",");
				rows.put(row.getObject("id", UUID.class).toString(),
						new CampaignRow(number, Integer.parseInt(cells[CALLS]), cells[OUTCOME].equals("yes")));
			});
		return rows;
	}

	private List<LocalTime> hoursOfCalls() {
		return this.jdbc.sql("select distinct made_at from contact_attempt")
			.query((row, index) -> row.getTimestamp(1).toInstant().atZone(Time.ZONE).toLocalTime())
			.list();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static int rowsWanted() throws IOException {
		String wanted = System.getProperty("careflow.campaign.rows", "2000");
		return wanted.equals("all") ? Files.readAllLines(FILE).size() - 1 : Integer.parseInt(wanted);
	}

	String database() {
		return "H2";
	}

}
