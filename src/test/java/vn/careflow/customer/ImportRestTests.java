package vn.careflow.customer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerRestSlice
@EnableConfigurationProperties(ImportSettings.class)
@Import({ ImportController.class, Imports.class, ImportStore.class, ImportChunks.class, ImportRunner.class })
@OnH2
class ImportRestTests {

	static final String MAPPING = """
			{"fields": {"source": "crm", "externalId": "{id}", "name": "{name}", "phone": "{phone}"}}""";

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	MockMvcTester rest;

	@Autowired
	ImportRunner node;

	@Test
	void takesAFileAndShowsTheImportToItsEnd() {
		MvcTestResult taken = submit("id,name,phone\n1,Lê An,0901234567\n2,Lê Bình,99\n", "none", false);

		assertThat(taken).hasStatus(202)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"fileName": "khach.csv", "state": "QUEUED", "dryRun": false, "rowsTotal": 2, "rowsDone": 0, "percent": 0}""");
		String location = taken.getResponse().getHeader("Location");

		this.node.runNext(() -> false);

		assertThat(this.rest.get().uri(location)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"state": "DONE", "rowsDone": 2, "created": 1, "known": 0, "refused": 1, "percent": 100,
				 "startedAt": "2025-03-03T02:00:00Z", "endedAt": "2025-03-03T02:00:00Z"}""");
		assertThat(this.rest.get().uri(location + "/errors")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"items": [{"row": 2, "field": "phone", "severity": "ERROR", "message": "Số điện thoại không hợp lệ."}],
				 "page": 0, "size": 20, "total": 1}""");
		assertThat(this.rest.get().uri("/api/imports")).bodyJson().extractingPath("$.total").isEqualTo(1);
		assertThat(this.rest.post().uri(location + "/resume")).hasStatus(202)
			.bodyJson()
			.extractingPath("$.state")
			.isEqualTo("DONE");
	}

	@Test
	void takesTheMappingAsAFile() {
		assertThat(this.rest.post()
			.uri("/api/imports")
			.multipart()
			.file(file("id,name,phone\n1,Lê An,\n"))
			.file(new MockMultipartFile("mapping", "m.json", null, MAPPING.getBytes(StandardCharsets.UTF_8)))
			.param("dryRun", "true")).hasStatus(202).bodyJson().extractingPath("$.dryRun").isEqualTo(true);
	}

	@Test
	void namesTheColumnThatTheFileDoesNotHave() {
		MvcTestResult refused = submit("id,name\n1,Lê An\n", "none", false);

		assertThat(refused).hasStatus(400);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("mapping.fields.phone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "some", "-1", "1.5", "99999999999" })
	void refusesANumberOfCasesThatIsNone(String care) {
		MvcTestResult refused = submit("id,name,phone\n1,Lê An,\n", care, false);

		assertThat(refused).hasStatus(400);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("startPreSaleCare");
	}

	@Test
	void asksForTheMappingThatIsMissing() {
		MvcTestResult refused = this.rest.post().uri("/api/imports").multipart().file(file("id\n1\n")).exchange();

		assertThat(refused).hasStatus(400);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("mapping");
	}

	@Test
	void answersNotFoundForAnUnknownImport() {
		UUID nothing = UUID.randomUUID();

		assertThat(this.rest.get().uri("/api/imports/" + nothing)).hasStatus(404);
		assertThat(this.rest.get().uri("/api/imports/" + nothing + "/errors")).hasStatus(404);
		assertThat(this.rest.post().uri("/api/imports/" + nothing + "/resume")).hasStatus(404);
	}

	private MvcTestResult submit(String content, String care, boolean dryRun) {
		return this.rest.post()
			.uri("/api/imports")
			.multipart()
			.file(file(content))
			.param("mapping", MAPPING)
			.param("startPreSaleCare", care)
			.param("dryRun", String.valueOf(dryRun))
			.exchange();
	}

	private static MockMultipartFile file(String content) {
		return new MockMultipartFile("file", "khach.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
	}

}
