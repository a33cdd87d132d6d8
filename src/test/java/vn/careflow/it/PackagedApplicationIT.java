package vn.careflow.it;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jar: everything is deployed, nothing answers a stranger, and a restart
 * finds what was there.
 */
class PackagedApplicationIT {

	@TempDir
	static Path folder;

	@Test
	void deploysEveryFileKeepsStrangersOutAndKeepsItsDataOverARestart() throws Exception {
		int customers;
		try (PackagedCareflow careflow = PackagedCareflow.startedOn(folder)) {
			deploysEveryFile(careflow);
			keepsStrangersOut(careflow);
			hasWorkInEveryModelAndNoTrouble(careflow);
			customers = careflow.json("/api/customers").get("total").asInt();
			assertThat(customers).isEqualTo(24);
		}
		try (PackagedCareflow again = PackagedCareflow.startedOn(folder)) {
			assertThat(again.json("/api/customers").get("total").asInt()).isEqualTo(customers);
			assertThat(again.json("/engine-rest/deployment/count").get("count").asInt()).isEqualTo(1);
		}
	}

	private static void deploysEveryFile(PackagedCareflow careflow) throws Exception {
		String deployment = careflow.json("/engine-rest/deployment").get(0).get("id").asText();
		Set<String> deployed = texts(careflow.json("/engine-rest/deployment/" + deployment + "/resources"), "name");

		assertThat(texts(careflow.json("/engine-rest/process-definition?latestVersion=true"), "key"))
			.isEqualTo(names("processes", ".bpmn"));
		assertThat(texts(careflow.json("/engine-rest/decision-definition?latestVersion=true"), "key"))
			.isEqualTo(names("processes/decisions", ".dmn"));
		assertThat(deployed).containsAll(files("forms", ".form"));
	}

	private static void keepsStrangersOut(PackagedCareflow careflow) throws Exception {
		for (String path : List.of("/engine-rest/engine", "/api/customers", "/actuator/metrics", "/v3/api-docs",
				"/swagger-ui/index.html")) {
			assertThat(careflow.statusOf(path)).as(path).isEqualTo(401);
		}
		assertThat(careflow.statusOf("/actuator/health")).isEqualTo(200);
	}

	private static void hasWorkInEveryModelAndNoTrouble(PackagedCareflow careflow) throws Exception {
		for (String key : names("processes", ".bpmn")) {
			// A plan of the day ends by itself where nothing could be better.
			String scope = key.equals("plan-day") ? "history/" : "";
			careflow.awaits("/engine-rest/" + scope + "process-instance/count?processDefinitionKey=" + key,
					(answer) -> answer.get("count").asInt() > 0);
		}
		assertThat(careflow.json("/engine-rest/incident/count").get("count").asInt()).isZero();
		assertThat(careflow.json("/engine-rest/job/count?noRetriesLeft=true").get("count").asInt()).isZero();
		String now = ZonedDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"));
		String inTheFuture = "/engine-rest/history/activity-instance/count?startedAfter="
				+ URLEncoder.encode(now, StandardCharsets.UTF_8);
		assertThat(careflow.json(inTheFuture).get("count").asInt()).isZero();
	}

	private static Set<String> texts(JsonNode list, String property) {
		Set<String> texts = new TreeSet<>();
		list.forEach((entry) -> texts.add(entry.get(property).asText()));
		return texts;
	}

	private static Set<String> names(String directory, String ending) throws IOException {
		return files(directory, ending).stream()
			.map((file) -> file.replace(ending, ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> files(String directory, String ending) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(directory))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(ending))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

}
