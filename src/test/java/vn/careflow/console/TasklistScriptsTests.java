package vn.careflow.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product's parts of Tasklist, which no compiler reads: every word is in both
 * languages, every import is there, and nothing can keep Tasklist from starting.
 */
class TasklistScriptsTests {

	private static final Path SCRIPTS = Path
		.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts");

	private static final Path WORDS = SCRIPTS.resolve("careflow/words.js");

	private static final Pattern KEY = Pattern.compile("^ {2}(\\w+): '(.*)',?$", Pattern.MULTILINE);

	private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

	private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'([^']+)'");

	private static final Pattern STATIC_IMPORT = Pattern.compile("^import ", Pattern.MULTILINE);

	private static final Pattern SAID = Pattern.compile("say\\('(\\w+)'");

	private static final Pattern LITERAL = Pattern.compile("'(\\w+)'");

	private static final Pattern VIETNAMESE = Pattern.compile("[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]", Pattern.CASE_INSENSITIVE);

	@Test
	void saysEverythingInBothLanguages() throws IOException {
		assertThat(words("ENGLISH")).isEqualTo(words("VIETNAMESE")).isNotEmpty();
	}

	@Test
	void usesEveryWordAndKnowsEveryWordItUses() throws IOException {
		Set<String> known = keys("VIETNAMESE");
		Set<String> said = new TreeSet<>();
		Set<String> mentioned = new TreeSet<>();
		for (Path script : modules()) {
			String code = Files.readString(script);
			SAID.matcher(code).results().forEach((found) -> said.add(found.group(1)));
			LITERAL.matcher(code).results().forEach((found) -> mentioned.add(found.group(1)));
		}

		assertThat(known).containsAll(said);
		assertThat(mentioned).containsAll(known);
	}

	@ParameterizedTest
	@MethodSource("modules")
	void keepsWordsOutOfTheCode(Path script) throws IOException {
		String code = Files.readString(script).replaceAll("(?m)//.*$", "");

		assertThat(VIETNAMESE.matcher(code).find()).as("Vietnamese in %s", script).isFalse();
	}

	@ParameterizedTest
	@MethodSource("all")
	void importsOnlyWhatIsThere(Path script) throws IOException {
		assertThat(IMPORT.matcher(Files.readString(script)).results().map((found) -> found.group(1)))
			.allMatch((name) -> Files.exists(script.resolveSibling(name)));
	}

	@Test
	void cannotKeepTasklistFromStarting() throws IOException {
		String entry = Files.readString(SCRIPTS.resolve("careflow.js"));

		assertThat(STATIC_IMPORT.matcher(entry).find()).as("an import that is not guarded").isFalse();
		assertThat(Files.readString(SCRIPTS.resolve("config.js"))).contains("customScripts: ['scripts/careflow.js']");
	}

	/** Keys with the gaps of their words. */
	private static Set<String> words(String language) throws IOException {
		return entries(language).map((entry) -> entry.group(1) + gaps(entry.group(2)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> keys(String language) throws IOException {
		return entries(language).map((entry) -> entry.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<MatchResult> entries(String language) throws IOException {
		String code = Files.readString(WORDS);
		int begin = code.indexOf("const " + language + " = {");
		return KEY.matcher(code.substring(begin, code.indexOf("};", begin))).results();
	}

	private static Set<String> gaps(String words) {
		return GAP.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
	}

	static List<Path> modules() throws IOException {
		return all().stream()
			.filter((script) -> script.getParent().endsWith("careflow") && !script.equals(WORDS))
			.toList();
	}

	static List<Path> all() throws IOException {
		try (Stream<Path> files = Files.walk(SCRIPTS)) {
			return files.filter((file) -> file.toString().endsWith(".js")).sorted().toList();
		}
	}

}
