package vn.careflow.customer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real file of 41,188 rows, and how long it takes. */
@ImportSlice
@TestPropertySource(properties = "careflow.customer.imports.chunk-size=500")
@OnH2
class BankCallCampaignTests {

	private static final Logger log = LoggerFactory.getLogger(BankCallCampaignTests.class);

	private static final int ROWS = 41_188;

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	Imports imports;

	@Autowired
	ImportRunner node;

	@Autowired
	Customers customers;

	@Test
	void makesAProspectOfEveryRow() throws IOException {
		Path file = Path.of(System.getProperty("careflow.shared-data", "../shared/data"), "bank-call-campaign.csv");
		assumeTrue(Files.exists(file), () -> "Skipped: no file " + file.toAbsolutePath()
				+ "; set -Dcareflow.shared-data to the folder that has it");
		String mapping = Files.readString(Path.of("docs/imports/bank-call-campaign.mapping.json"));
		long start = System.nanoTime();
		CustomerImport submitted = this.imports
			.submit(new NewImport("bank-call-campaign.csv", new FileSystemResource(file), mapping, false, 0, null));

		this.node.runNext(() -> false);

		log.info("Imported {} rows in {} s", ROWS, "%.1f".formatted((System.nanoTime() - start) / 1e9));
		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.created()).isEqualTo(ROWS);
		assertThat(done.refused()).isZero();
		Customer last = this.customers.findByReference("bank-41188").orElseThrow();
		assertThat(last.phone()).contains("+84900041188");
		assertThat(last.lifecycle()).isEqualTo(Lifecycle.PROSPECT);
		assertThat(this.customers.facts(last.id()).needKnown()).isTrue();
	}

}
