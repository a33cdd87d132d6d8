package vn.careflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The walls of the house: who may import whom, and what nobody does.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

	private static final String HOUSE = "vn.careflow";

	/**
	 * Which other rooms a room may import. The process, the pages and the demonstration
	 * may import every one.
	 */
	private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(Map.entry("calendar", Set.of()),
			Map.entry("customer", Set.of("calendar")), Map.entry("staff", Set.of("calendar")),
			Map.entry("policy", Set.of("calendar")), Map.entry("opportunity", Set.of("customer", "calendar")),
			Map.entry("request", Set.of("customer", "calendar")), Map.entry("feedback", Set.of("customer", "calendar")),
			Map.entry("contact", Set.of("customer", "staff", "calendar")),
			Map.entry("servicelevel", Set.of("calendar", "staff")),
			Map.entry("planning", Set.of("contact", "customer", "staff", "calendar")),
			Map.entry("assignment", Set.of("staff", "calendar")), Map.entry("channel", Set.of("customer", "contact")),
			Map.entry("security", Set.of("staff")));

	private static final Set<String> ABOVE_ALL = Set.of("process", "console", "demo");

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(HOUSE);

	@Test
	void keepsTheModulesApart() {
		ApplicationModules.of(CareflowApplication.class).verify();
	}

	@TestFactory
	Stream<DynamicTest> keepsTheRules() {
		return rules(HOUSE).entrySet()
			.stream()
			.map((rule) -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(this.classes)));
	}

	@Test
	void knowsEveryRoom() {
		Set<String> rooms = new TreeSet<>();
		this.classes.stream()
			.map(JavaClass::getPackageName)
			.filter((name) -> name.startsWith(HOUSE + "."))
			.map((name) -> name.substring(HOUSE.length() + 1).split("\\.")[0])
			.forEach(rooms::add);

		assertThat(rooms).isNotEmpty().allMatch((room) -> IMPORTS.containsKey(room) || ABOVE_ALL.contains(room));
	}

	private static Map<String, ArchRule> rules(String house) {
		Map<String, ArchRule> rules = new LinkedHashMap<>();
		IMPORTS.forEach(
				(room, others) -> rules.put(room + " imports only the rooms it may", imports(house, room, others)));
		rules.put("only process and security know the engine",
				noClasses().that(resideOutsideOfPackages(house + ".process..", house + ".security.."))
					.should()
					.dependOnClassesThat(resideInAnyPackage("org.camunda..", "camunda..", "spinjar..")));
		rules.put("the calendar knows neither Spring nor databases", noClasses()
			.that(resideInAnyPackage(house + ".calendar.."))
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta.persistence..")));
		rules.put("nothing imports the console",
				noClasses().that(resideOutsideOfPackages(house + ".console.."))
					.should()
					.dependOnClassesThat(resideInAnyPackage(house + ".console..")));
		rules.put("nobody asks the system for the time", noClasses().should()
			.accessTargetWhere(DescribedPredicate.describe("the system's clock", ArchitectureTests::asksTheSystem)));
		rules.put("nobody injects into fields",
				noFields().should()
					.beAnnotatedWith(Autowired.class)
					.orShould()
					.beAnnotatedWith(Value.class)
					.orShould()
					.beAnnotatedWith(Inject.class)
					.orShould()
					.beAnnotatedWith(Resource.class));
		rules.put("no class is named after nothing",
				noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Base)"));
		rules.put("REST controllers are nobody else's business",
				classes().that().areAnnotatedWith(RestController.class).should().notBePublic().allowEmptyShould(true));
		rules.put("repositories are nobody else's business",
				classes().that().areAssignableTo(Repository.class).should().notBePublic().allowEmptyShould(true));
		rules.put("nobody prints", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
		return rules;
	}

	private static ArchRule imports(String house, String room, Set<String> others) {
		String[] allowed = Stream.concat(Stream.of(room), others.stream())
			.map((name) -> house + "." + name + "..")
			.toArray(String[]::new);
		return noClasses().that(resideInAnyPackage(house + "." + room + ".."))
			.should()
			.dependOnClassesThat(resideInAnyPackage(house + "..").and(resideOutsideOfPackages(allowed)))
			.allowEmptyShould(true);
	}

	private static boolean asksTheSystem(JavaAccess<?> access) {
		String name = access.getTarget().getName();
		JavaClass owner = access.getTargetOwner();
		boolean withoutClock = access.getTarget().getFullName().endsWith("()");
		return (name.equals("now") && withoutClock
				&& Stream
					.of(Instant.class, LocalDate.class, LocalDateTime.class, LocalTime.class, OffsetDateTime.class,
							ZonedDateTime.class, Year.class, YearMonth.class)
					.anyMatch(owner::isEquivalentTo))
				|| (owner.isEquivalentTo(Date.class) && name.equals("<init>") && withoutClock)
				|| (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
				|| (owner.isEquivalentTo(Clock.class) && name.startsWith("system"));
	}

	/**
	 * A rule that cannot fail is none: each is checked against a house in which it is
	 * broken.
	 */
	@Nested
	@TestInstance(Lifecycle.PER_CLASS)
	class NoticeABrokenHouse {

		private static final String BROKEN = "brokenhouse";

		private final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

		@TestFactory
		Stream<DynamicTest> inEachRule() {
			return rules(BROKEN).entrySet()
				.stream()
				.filter((rule) -> !hasNothingToBreakIt(rule.getKey()))
				.map((rule) -> DynamicTest.dynamicTest(rule.getKey(),
						() -> assertThat(rule.getValue().evaluate(this.broken).hasViolation()).isTrue()));
		}

		@Test
		void inEveryWayOfAskingTheSystemForTheTime() {
			ArchRule rule = rules(BROKEN).get("nobody asks the system for the time");

			assertThat(rule.evaluate(this.broken).getFailureReport().getDetails()).hasSize(4);
		}

		@Test
		void inTheModules() {
			assertThatExceptionOfType(Violations.class)
				.isThrownBy(() -> ApplicationModules.of(BROKEN, new ImportOption.OnlyIncludeTests()).verify())
				.withMessageContaining("Cycle");
		}

		/**
		 * The rooms that the broken house does not have; the same rule is broken in
		 * "customer".
		 */
		private static boolean hasNothingToBreakIt(String rule) {
			return rule.endsWith("imports only the rooms it may") && !rule.startsWith("customer");
		}

	}

}
