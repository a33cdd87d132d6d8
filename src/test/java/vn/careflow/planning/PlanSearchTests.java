package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactMoment;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.ContactReason;
import vn.careflow.contact.ContactSlot;
import vn.careflow.contact.ContactState;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;

class PlanSearchTests {

	private static final Instant MORNING = Time.instant("2026-11-23T08:00");

	@Test
	void findsTheSamePlanForTheSameContacts() {
		List<String> first = placesOf(search(3000).search(arranged(team(40, 5, 2, 7))).visits());
		List<String> again = placesOf(search(3000).search(arranged(team(40, 5, 2, 7))).visits());

		assertThat(again).isEqualTo(first);
	}

	@Test
	void findsABetterPlanThanTheTrivialOrderAndBreaksNoRule() {
		PlanSearch search = search(5000);
		List<Visit> visits = arranged(team(40, 5, 2, 11));
		PlanSummary.Figures trivial = PlanCosts.of(search.analyse(visits)).figures();
		TrivialOrder.arrangeCheaply(visits);

		PlanSearch.Found found = search.search(visits);

		PlanSummary.Figures plan = PlanCosts.of(search.analyse(found.visits())).figures();
		assertThat(trivial.brokenRules()).isZero();
		assertThat(plan.brokenRules()).isZero();
		assertThat(plan.withoutPlace()).isLessThanOrEqualTo(trivial.withoutPlace());
		assertThat(plan.cost()).isLessThan(trivial.cost());
	}

	/**
	 * The measure of the search, to be run by hand: {@code -Dcareflow.planning.measure}.
	 */
	@Test
	@EnabledIfSystemProperty(named = "careflow.planning.measure", matches = ".*")
	void isMuchBetterThanTheTrivialOrderForTwentyPeopleAndThreeDaysInTenSeconds() {
		PlanSearch search = search(150_000);
		List<Visit> visits = team(200, 20, 3, 5);
		PlanSummary.Figures before = PlanCosts.of(search.analyse(visits)).figures();
		TrivialOrder.arrange(visits);
		PlanSummary.Figures trivial = PlanCosts.of(search.analyse(visits)).figures();
		TrivialOrder.arrangeCheaply(visits);
		PlanSummary.Figures cheap = PlanCosts.of(search.analyse(visits)).figures();
		PlanSearch.Found found = search.search(visits);
		PlanSummary.Figures plan = PlanCosts.of(search.analyse(found.visits())).figures();

		LoggerFactory.getLogger(PlanSearchTests.class)
			.info("before {}, trivial {}, cheap {}, plan {} in {}", before, trivial, cheap, plan, found.took());
		assertThat(found.took()).isLessThan(Duration.ofSeconds(10));
		assertThat(plan.brokenRules()).isZero();
		assertThat(plan.cost()).isLessThan(trivial.cost() * 3 / 4);
	}

	@Test
	void stopsWhenItsTimeIsUp() {
		PlanSearch search = new PlanSearch(settings(Integer.MAX_VALUE, Duration.ofMillis(300)));

		PlanSearch.Found found = search.search(arranged(team(20, 3, 1, 3)));

		assertThat(found.outOfTime()).isTrue();
		assertThat(found.took()).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void hasNothingToSearchForWithoutContacts() {
		assertThat(search(10).search(List.of()).visits()).isEmpty();
	}

	static PlanSearch search(int moves) {
		return new PlanSearch(settings(moves, Duration.ofSeconds(20)));
	}

	static PlanningSettings settings(int moves, Duration timeLimit) {
		return new PlanningSettings(Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(5),
				Duration.ofMinutes(60), Duration.ofMinutes(30), Duration.ofMinutes(30), 500, moves, timeLimit, 91,
				"service", VisitFixture.WEIGHTS);
	}

	static List<Visit> arranged(List<Visit> visits) {
		TrivialOrder.arrange(visits);
		return visits;
	}

	private static List<String> placesOf(Collection<Visit> visits) {
		return visits.stream().map(Visit::toString).toList();
	}

	/** A team whose contacts crowd into the first hours, as they do in a campaign. */
	static List<Visit> team(int contacts, int agents, int days, long seed) {
		Random random = new Random(seed);
		Map<String, Place> places = new HashMap<>();
		List<List<AgentDay>> agentDays = new ArrayList<>();
		for (int agent = 0; agent < agents; agent++) {
			List<AgentDay> own = new ArrayList<>();
			for (int day = 0; day < days; day++) {
				own.add(new AgentDay("agent" + agent,
						MORNING.plus(Duration.ofDays(day)).atZone(Time.ZONE).toLocalDate(), 12, 0, 5));
			}
			agentDays.add(own);
		}
		List<Visit> visits = new ArrayList<>();
		for (int i = 0; i < contacts; i++) {
			visits.add(visit(random, places, agentDays, days, i));
		}
		return visits;
	}

	private static Visit visit(Random random, Map<String, Place> places, List<List<AgentDay>> agentDays, int days,
			int visits) {
		ContactPurpose purpose = ContactPurpose.values()[random.nextInt(3)];
		boolean meeting = random.nextInt(6) == 0;
		Instant wanted = MORNING.plus(Duration.ofMinutes(15L * random.nextInt(8)));
		int agent = (int) Math.min(agentDays.size() - 1, Math.abs(random.nextGaussian()) * agentDays.size() / 3);
		int preferred = random.nextInt(4) == 0 ? 14 : 0;
		List<ContactMoment> moments = new ArrayList<>();
		List<Place> possible = new ArrayList<>();
		for (int day = 0; day < days; day++) {
			for (int quarter = 0; quarter < 40; quarter++) {
				Instant at = MORNING.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(15L * quarter));
				if (at.isBefore(wanted) || (quarter >= 16 && quarter < 20) || quarter > 35) {
					continue;
				}
				moments.add(new ContactMoment(at, MORNING.plus(Duration.ofDays(day)).plus(Duration.ofHours(10)),
						(quarter >= 14 && quarter < 22) ? wish(240) : (quarter < preferred) ? wish(600) : List.of()));
				for (int other = 0; other < agentDays.size(); other++) {
					AgentDay agentDay = agentDays.get((agent + other) % agentDays.size()).get(day);
					possible.add(places.computeIfAbsent(agentDay + "/" + at, (key) -> new Place(agentDay, at)));
				}
			}
		}
		AgentDay own = agentDays.get(agent).get(0);
		Place before = places.computeIfAbsent(own + "/" + wanted, (key) -> new Place(own, wanted));
		Contact contact = new Contact(new UUID(random.nextLong(), random.nextLong()),
				new UUID(random.nextLong(), random.nextLong()), UUID.randomUUID(), purpose,
				meeting ? ContactChannel.MEETING : ContactChannel.CALL, ContactReason.CARE_CALL, ContactState.SCHEDULED,
				own.agentId(), new ContactSlot(wanted, wanted, wanted), List.of(), List.of());
		return new Visit(new Visit.Facts(contact, wanted, before, Duration.ofMinutes(meeting ? 60 : 15),
				Duration.ofMinutes(meeting ? 30 : 0), visits, Set.of(), List.of(), purpose.ordinal() + 1,
				VisitFixture.WEIGHTS), moments, possible);
	}

	private static List<ContactMoment.BrokenWish> wish(long worth) {
		return List.of(new ContactMoment.BrokenWish("WISH", "Trái mong muốn.", worth));
	}

}
