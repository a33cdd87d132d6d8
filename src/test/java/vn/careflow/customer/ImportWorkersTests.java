package vn.careflow.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ImportSlice
@Import(ImportWorkers.class)
@TestPropertySource(properties = "careflow.customer.imports.poll=200ms")
@OnH2
class ImportWorkersTests {

	@Autowired
	Imports imports;

	@Autowired
	ImportWorkers workers;

	@Test
	void runWhatIsSubmitted() throws InterruptedException {
		CustomerImport submitted = submit();

		await(() -> this.imports.get(submitted.id()).state() == ImportState.DONE);
	}

	@Test
	void findWhatWasSubmittedWhileTheyStoodStill() throws InterruptedException {
		this.workers.stop();
		CustomerImport submitted = submit();
		assertThat(this.workers.isRunning()).isFalse();
		assertThat(this.imports.get(submitted.id()).state()).isEqualTo(ImportState.QUEUED);

		this.workers.start();

		await(() -> this.imports.get(submitted.id()).state() == ImportState.DONE);
	}

	private CustomerImport submit() {
		String mapping = """
				{"fields": {"source": "crm", "externalId": "{row}", "name": "{name}"}}""";
		return this.imports.submit(
				new NewImport("a.csv", new ByteArrayResource("name\nLê An\nLê Bình\n".getBytes(StandardCharsets.UTF_8)),
						mapping, false, 0, null));
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("waited for 20 seconds").isLessThan(end);
			Thread.sleep(20);
		}
	}

}
