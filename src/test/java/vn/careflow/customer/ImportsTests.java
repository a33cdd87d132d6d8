package vn.careflow.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

import vn.careflow.customer.ImportProblem.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ImportSlice
@Import(ImportsTests.Care.class)
@OnH2
class ImportsTests {

	static final String MAPPING = """
			{"fields": {"source": "crm", "externalId": "{id}", "name": "{name}", "phone": "{phone}", "need": "{need}",
			 "advertisingConsent": "true"}}""";

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	Imports imports;

	@Autowired
	ImportRunner node;

	@Autowired
	ImportStore store;

	@Autowired
	ImportChunks chunks;

	@Autowired
	Customers customers;

	@Autowired
	Care care;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	@BeforeEach
	void emptyDatabase() {
		this.care.failAfter(Integer.MAX_VALUE);
		for (String table : List.of("customer_import_problem", "customer_import_part", "customer_import",
				"customer_contact_point", "customer_need", "customer_consent_change", "customer")) {
			this.jdbc.sql("delete from " + table).update();
		}
	}

	@Test
	void importsEveryRow() {
		CustomerImport submitted = submit(rows(1, 25), false, 0);
		assertThat(submitted.state()).isEqualTo(ImportState.QUEUED);
		assertThat(submitted.rowsTotal()).isEqualTo(25);

		run();

		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.percent()).isEqualTo(100);
		assertThat(done.created()).isEqualTo(25);
		Customer customer = this.customers.findByReference("7").orElseThrow();
		assertThat(customer.name()).isEqualTo("Khách 7");
		assertThat(customer.phone()).contains("+84900000007");
		assertThat(customer.profile().needs()).containsExactly("Vay");
		assertThat(this.customers.facts(customer.id()).advertisingConsent()).isTrue();
		assertThat(this.events.stream(CustomerRegistered.class)).hasSize(25);
		assertThat(this.events.stream(PreSaleCareRequested.class)).isEmpty();
	}

	@Test
	void makesNobodyTwiceOfTheSameFile() {
		submit(rows(1, 25), false, 0);
		run();

		CustomerImport second = submit(rows(1, 30), false, NewImport.ALL);
		run();

		CustomerImport done = this.imports.get(second.id());
		assertThat(done.created()).isEqualTo(5);
		assertThat(done.known()).isEqualTo(25);
		assertThat(customerCount()).isEqualTo(30);
		assertThat(this.events.stream(PreSaleCareRequested.class)).hasSize(5);
	}

	@Test
	void makesOneCustomerOfTheSameIdInTwoChunks() {
		CustomerImport submitted = submit(rows(1, 15) + rows(3, 3) + rows(15, 15), false, 0);

		run();

		assertThat(this.imports.get(submitted.id()).known()).isEqualTo(2);
		assertThat(customerCount()).isEqualTo(15);
	}

	@Test
	void namesRowAndFieldOfWhatItRefusesAndImportsTheRest() {
		CustomerImport submitted = submit(
				rows(1, 12) + "13,Khách 13,123,Vay\n14,,0900000014,Vay\n15,x\n" + rows(16, 20), false, 0);

		run();

		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.created()).isEqualTo(17);
		assertThat(done.refused()).isEqualTo(3);
		assertThat(this.imports.problems(done.id(), 0, 20).items()).containsExactly(
				new ImportProblem(13, "phone", Severity.ERROR, "Số điện thoại không hợp lệ."),
				new ImportProblem(14, "name", Severity.ERROR, "Cần có tên khách hàng."),
				new ImportProblem(15, "row", Severity.ERROR, "Dòng có 2 ô, dòng tiêu đề có 4 ô."));
		assertThat(this.imports.problems(done.id(), 1, 2).items()).extracting(ImportProblem::row).containsExactly(15);
	}

	@Test
	void noticesWhoMayBeTheSameCustomer() {
		Customer known = this.customers
			.register(NewCustomer.from("web", null, CustomerProfile.person("Lê An").phone("0900000002").build()))
			.customer();
		CustomerImport submitted = submit(rows(1, 2) + "3,Khách 3,0900000001,Vay\n", false, 0);

		run();

		assertThat(this.imports.get(submitted.id()).created()).isEqualTo(3);
		assertThat(this.imports.problems(submitted.id(), 0, 20).items()).containsExactly(
				new ImportProblem(2, "phones", Severity.NOTICE, "Có thể trùng với " + known.number() + "."),
				new ImportProblem(3, "phones", Severity.NOTICE, "Có thể trùng với dòng 1."));
	}

	@Test
	void writesNoCustomerInADryRun() {
		CustomerImport submitted = submit(rows(1, 25) + "26,,0900000026,Vay\n" + rows(3, 3), true, 7);

		run();

		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.created()).isEqualTo(25);
		assertThat(done.known()).isEqualTo(1);
		assertThat(done.refused()).isEqualTo(1);
		assertThat(done.careRequested()).isEqualTo(7);
		assertThat(customerCount()).isZero();
		assertThat(this.events.stream(PreSaleCareRequested.class)).isEmpty();
		assertThat(this.events.stream(CustomerRegistered.class)).isEmpty();
	}

	@Test
	void asksForPreSaleCareForAsManyAsWanted() {
		CustomerImport submitted = submit("1,Khách 1,,\n" + rows(2, 25), false, 12);

		run();

		assertThat(this.imports.get(submitted.id()).careRequested()).isEqualTo(12);
		UUID second = this.customers.findByReference("2").orElseThrow().id();
		assertThat(this.events.stream(PreSaleCareRequested.class)).hasSize(12)
			.contains(new PreSaleCareRequested(second, "Vay"));
		assertThat(this.imports.problems(submitted.id(), 0, 20).items()).extracting(ImportProblem::row)
			.containsExactly(1);
	}

	@Test
	void keepsWholeChunksWhenItFailsAndGoesOnAfterThem() {
		this.care.failAfter(15);
		CustomerImport submitted = submit(rows(1, 25), false, NewImport.ALL);

		run();

		CustomerImport failed = this.imports.get(submitted.id());
		assertThat(failed.state()).isEqualTo(ImportState.FAILED);
		assertThat(failed.failure()).contains("IllegalStateException").doesNotContain("Khách");
		assertThat(failed.rowsDone()).isEqualTo(10);
		assertThat(failed.careRequested()).isEqualTo(10);
		assertThat(customerCount()).isEqualTo(10);

		this.care.failAfter(Integer.MAX_VALUE);
		assertThat(this.imports.resume(submitted.id()).state()).isEqualTo(ImportState.QUEUED);
		run();

		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.failure()).isNull();
		assertThat(done.created()).isEqualTo(25);
		assertThat(done.known()).isZero();
		assertThat(done.careRequested()).isEqualTo(25);
		assertThat(customerCount()).isEqualTo(25);
	}

	@Test
	void countsTheCareThatBeganBeforeItWentOn() {
		this.care.failAfter(11);
		CustomerImport submitted = submit(rows(1, 25), false, 12);
		run();
		this.care.failAfter(Integer.MAX_VALUE);

		this.imports.resume(submitted.id());
		run();

		assertThat(this.imports.get(submitted.id()).careRequested()).isEqualTo(12);
		assertThat(this.imports.get(submitted.id()).created()).isEqualTo(25);
	}

	@Test
	void goesOnOnAnotherNodeWhenOneFellSilent() {
		CustomerImport submitted = submit(rows(1, 25), false, 0);
		ImportStore.Job lost = claimedBy("crashed node");
		this.chunks.write(lost, read(rows(1, 10)), new HashSet<>(), 0);

		run();
		assertThat(this.imports.get(submitted.id()).state()).isEqualTo(ImportState.RUNNING);
		this.time.passes(Duration.ofMinutes(2));
		run();

		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.created()).isEqualTo(25);
		assertThat(done.known()).isZero();
	}

	@Test
	void writesNothingMoreAfterAnotherNodeTookOver() {
		submit(rows(1, 25), false, 0);
		ImportStore.Job slow = claimedBy("slow node");
		this.time.passes(Duration.ofMinutes(2));
		claimedBy("other node");

		assertThatExceptionOfType(ImportChunks.ClaimLost.class)
			.isThrownBy(() -> this.chunks.write(slow, read(rows(1, 10)), new HashSet<>(), 0));

		assertThat(customerCount()).isZero();
	}

	@Test
	void leavesTheRestToOthersWhenTheNodeStops() {
		CustomerImport submitted = submit(rows(1, 25), false, 0);
		AtomicInteger chunks = new AtomicInteger();

		this.node.runNext(() -> chunks.incrementAndGet() > 1);

		CustomerImport left = this.imports.get(submitted.id());
		assertThat(left.state()).isEqualTo(ImportState.QUEUED);
		assertThat(left.rowsDone()).isEqualTo(10);
		run();
		assertThat(this.imports.get(submitted.id()).created()).isEqualTo(25);
	}

	@Test
	void beginsADryRunAgainThatWasCutShort() {
		CustomerImport submitted = submit(rows(1, 25), true, 5);
		AtomicInteger chunks = new AtomicInteger();
		this.node.runNext(() -> chunks.incrementAndGet() > 1);

		run();

		CustomerImport done = this.imports.get(submitted.id());
		assertThat(done.created()).isEqualTo(25);
		assertThat(done.careRequested()).isEqualTo(5);
	}

	@Test
	void forgetsTheFileWhenAllIsDone() {
		CustomerImport submitted = submit(rows(1, 5), false, 0);
		run();

		assertThat(this.jdbc.sql("select count(*) from customer_import_part where import_id = :id")
			.param("id", submitted.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void readsAFileOfSeveralParts() {
		String name = "Khách có tên rất dài ".repeat(8);
		String content = IntStream.rangeClosed(1, 3000)
			.mapToObj((i) -> i + "," + name + i + ",,\n")
			.collect(Collectors.joining());
		CustomerImport submitted = submit(content, true, 0);

		run();

		assertThat(this.imports.get(submitted.id()).created()).isEqualTo(3000);
	}

	@Test
	void refusesAFileThatTheMappingDoesNotFit() {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.imports.submit(new NewImport("x.csv",
				new ByteArrayResource("id,name\n1,A\n".getBytes(StandardCharsets.UTF_8)), MAPPING, false, 0, null)));
		assertThat(this.imports.page(0, 20).total()).isZero();
	}

	@Test
	void refusesToBeginCareWithoutANeed() {
		String mapping = """
				{"fields": {"source": "crm", "externalId": "{id}", "name": "{name}"}}""";

		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.imports.submit(new NewImport("x.csv",
					new ByteArrayResource("id,name\n1,A\n".getBytes(StandardCharsets.UTF_8)), mapping, false, 1, null)))
			.satisfies((ex) -> assertThat(ex.getBody().getProperties().toString()).contains("mapping.fields.need"));
	}

	private CustomerImport submit(String rows, boolean dryRun, int careWanted) {
		byte[] content = ("id,name,phone,need\n" + rows).getBytes(StandardCharsets.UTF_8);
		return this.imports.submit(
				new NewImport("khach.csv", new ByteArrayResource(content), MAPPING, dryRun, careWanted, "lan.nguyen"));
	}

	private void run() {
		while (this.node.runNext(() -> false)) {
			Thread.onSpinWait();
		}
	}

	private ImportStore.Job claimedBy(String name) {
		return this.store.claim(name, List.of(), this.time.now(), this.time.now().plus(Duration.ofMinutes(2)))
			.orElseThrow();
	}

	private List<ImportMapping.ReadRow> read(String rows) {
		ImportMapping mapping = ImportMapping.parse(MAPPING, new ObjectMapper());
		List<String> header = List.of("id", "name", "phone", "need");
		List<String> lines = rows.lines().toList();
		return IntStream.range(0, lines.size())
			.mapToObj((i) -> mapping.read(new CsvRow(i + 1, header, List.of(lines.get(i).split(",")))))
			.toList();
	}

	private long customerCount() {
		return this.customers.page(CustomerSearch.ALL, 0, 1).total();
	}

	private static String rows(int from, int to) {
		return IntStream.rangeClosed(from, to)
			.mapToObj("%1$d,Khách %1$d,0900%1$06d,Vay\n"::formatted)
			.collect(Collectors.joining());
	}

	/** Stands for whoever begins pre-sale care in the same transaction. */
	static class Care {

		private int left;

		void failAfter(int requests) {
			this.left = requests;
		}

		@EventListener
		void on(PreSaleCareRequested requested) {
			this.left--;
			if (this.left < 0) {
				throw new IllegalStateException("Khách hàng " + requested.customerId());
			}
		}

	}

}
