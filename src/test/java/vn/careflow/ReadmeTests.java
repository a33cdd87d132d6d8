package vn.careflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README says what is there: every model in its table, every link and every class it
 * names, and the two commands.
 */
class ReadmeTests {

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| \\[`([a-z-]+)`\\]\\(processes/([a-z-]+)\\.bpmn\\) \\|");

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

	private static final Pattern CODE = Pattern.compile("`((?:process|customer)\\.[A-Z]\\w+|[a-z]+)`");

	private final String readme = read(Path.of("README.md"));

	@Test
	void namesEveryModelOnce() throws IOException {
		try (Stream<Path> models = Files.list(Path.of("processes"))) {
			List<String> keys = models.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".bpmn"))
				.map((name) -> name.replace(".bpmn", ""))
				.toList();

			assertThat(rows().map(Matcher::group)).hasSize(keys.size());
			assertThat(rows().map((row) -> row.group(1))).containsExactlyInAnyOrderElementsOf(keys);
			assertThat(rows()).allSatisfy((row) -> assertThat(row.group(1)).isEqualTo(row.group(2)));
		}
	}

	@Test
	void namesCodeThatIsThere() {
		List<String> rows = this.readme.lines().filter((line) -> line.startsWith("| [`")).toList();

		assertThat(rows).allSatisfy((row) -> {
			List<String> code = CODE.matcher(row.substring(row.lastIndexOf("| ", row.length() - 2)))
				.results()
				.map((match) -> match.group(1))
				.toList();
			assertThat(code).as(row).isNotEmpty();
			assertThat(code).allSatisfy((name) -> assertThat(placeOf(name)).exists());
		});
	}

	@Test
	void linksToFilesThatAreThere() {
		assertThat(LINK.matcher(this.readme).results().map((link) -> link.group(1)))
			.allSatisfy((file) -> assertThat(Path.of(file)).exists());
	}

	@Test
	void givesTheTwoCommands() {
		assertThat(this.readme).contains("\n./mvnw spring-boot:run -Dspring-boot.run.profiles=demo\n")
			.contains("\n./mvnw verify\n");
		assertThat(read(Path.of(".ci/run"))).contains("./mvnw -B -ntp verify");
	}

	private Stream<Matcher> rows() {
		return this.readme.lines().map(ROW::matcher).filter(Matcher::find);
	}

	private static Path placeOf(String name) {
		Path house = Path.of("src/main/java/vn/careflow");
		return name.contains(".") ? house.resolve(name.replace('.', '/') + ".java") : house.resolve(name);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
