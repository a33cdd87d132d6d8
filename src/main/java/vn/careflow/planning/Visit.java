package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactMoment;
import vn.careflow.contact.SharedLimit;

/**
 * A contact that the search puts in a place. Its places are those that no rule about it
 * alone refuses; what binds several contacts is in {@link PlanConstraints}.
 */
@PlanningEntity
class Visit {

	@PlanningId
	private UUID id;

	private Facts facts;

	private List<Place> places;

	private Map<Instant, ContactMoment> moments;

	private boolean mayStay;

	private int permitted;

	@PlanningVariable(valueRangeProviderRefs = "places", allowsUnassigned = true)
	private @Nullable Place place;

	/** For the search, which clones visits. */
	@SuppressWarnings("NullAway")
	Visit() {
	}

	/**
	 * A contact to plan.
	 * @param facts what is known of it
	 * @param moments when it may begin
	 * @param places who may carry it out at these moments, the best at hand first
	 */
	Visit(Facts facts, List<ContactMoment> moments, List<Place> places) {
		this.id = facts.contact().id();
		this.facts = facts;
		this.permitted = places.size();
		this.moments = moments.stream().collect(Collectors.toMap(ContactMoment::at, Function.identity()));
		this.place = facts.before();
		this.mayStay = this.place != null && places.contains(this.place);
		this.places = (this.place == null || this.mayStay) ? List.copyOf(places)
				: Stream.concat(places.stream(), Stream.of(this.place)).toList();
	}

	UUID id() {
		return this.id;
	}

	Contact contact() {
		return this.facts.contact();
	}

	UUID customerId() {
		return this.facts.contact().customerId();
	}

	/** Whether there is any place that no rule refuses. */
	boolean hasPermittedPlace() {
		return this.permitted > 0;
	}

	/** Those that are permitted, and the one before the plan to compare with. */
	@ValueRangeProvider(id = "places")
	List<Place> places() {
		return this.places;
	}

	@Nullable Place place() {
		return this.place;
	}

	Place placeTaken() {
		if (this.place == null) {
			throw new IllegalStateException("Contact " + this.id + " has no place");
		}
		return this.place;
	}

	void put(@Nullable Place place) {
		this.place = place;
	}

	/** Where it is now, before the plan; none when nobody is to carry it out. */
	@Nullable Place before() {
		return this.facts.before();
	}

	AgentDay agentDay() {
		return placeTaken().agentDay();
	}

	Instant start() {
		return placeTaken().start();
	}

	Instant end() {
		return placeTaken().start().plus(this.facts.length());
	}

	/** How much time lies between it and whatever else its agent does. */
	Duration travel() {
		return this.facts.travel();
	}

	/**
	 * The same number for contacts that concern each other: the same customer's, and
	 * those that share a limit.
	 */
	int circle() {
		return this.facts.circle();
	}

	/** How many quotas and buffers others leave no room in for this contact. */
	int limitsExceededBy(Collection<Visit> circle) {
		int exceeded = 0;
		for (SharedLimit limit : this.facts.limits()) {
			List<ContactMoment> others = circle.stream()
				.filter((other) -> !other.id.equals(this.id) && other.facts.keys().contains(limit.key()))
				.map(Visit::moment)
				.toList();
			if (!others.isEmpty() && limit.isExceeded(moment(), others)) {
				exceeded++;
			}
		}
		return exceeded;
	}

	/** Whether the plan has a place for it; without one it stays where it is. */
	boolean isPlaced() {
		return this.place != null;
	}

	/** Whose day it fills, with a place or without. */
	@Nullable AgentDay filledDay() {
		Place stays = this.facts.before();
		return (this.place != null) ? this.place.agentDay() : (stays != null) ? stays.agentDay() : null;
	}

	private Instant filledFrom() {
		return (this.place != null) ? this.place.start() : this.facts.wantedAt();
	}

	private Instant filledTo() {
		return filledFrom().plus(this.facts.length());
	}

	/** The moment as the rules about contacts know it. */
	ContactMoment moment() {
		Instant dueAt = this.facts.contact().dueAt();
		if (this.place == null) {
			return new ContactMoment(this.facts.wantedAt(), (dueAt != null) ? dueAt : filledTo(), List.of());
		}
		ContactMoment known = this.moments.get(start());
		return (known != null) ? known : new ContactMoment(start(), end(), List.of());
	}

	/** Whether a rule about this contact alone refuses where it is. */
	boolean isMisplaced() {
		return this.place == this.facts.before() && !this.mayStay;
	}

	/**
	 * Whether one agent could not carry out both: they overlap, or there is no time to
	 * travel between them.
	 */
	boolean clashesWith(Visit other) {
		Duration gap = longer(this.facts.travel(), other.facts.travel());
		return filledFrom().isBefore(other.filledTo().plus(gap)) && other.filledFrom().isBefore(filledTo().plus(gap));
	}

	boolean overlaps(Visit other) {
		return filledFrom().isBefore(other.filledTo()) && other.filledFrom().isBefore(filledTo());
	}

	/** How much later it begins than it would without the plan, in minutes. */
	long delayMinutes() {
		return Math.max(0, Duration.between(this.facts.wantedAt(), start()).toMinutes());
	}

	long delayCost() {
		return delayMinutes() * this.facts.delayWeight();
	}

	long wishCost() {
		return moment().worthMinutes();
	}

	boolean isWithAnother() {
		Place before = this.facts.before();
		return before != null && !before.agentId().equals(placeTaken().agentId());
	}

	boolean isMoved() {
		return !start().equals(this.facts.wantedAt());
	}

	/** What its place costs, uneven load left aside. */
	long ownCost() {
		return wishCost() + delayCost() + (isWithAnother() ? weights().otherAgent() : 0)
				+ (isMoved() ? weights().otherSlot() : 0);
	}

	PlanningSettings.Weights weights() {
		return this.facts.weights();
	}

	@Override
	public String toString() {
		return this.id + " at " + this.place;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	/**
	 * What does not change while the plan is searched for.
	 *
	 * @param contact the contact
	 * @param wantedAt its slot before the plan
	 * @param before its place before the plan, if anybody has it
	 * @param length how long it takes
	 * @param travel how much time lies between it and its agent's other work
	 * @param circle the same number for contacts that concern each other
	 * @param keys what limits count it by
	 * @param limits quotas and buffers that bind it together with others
	 * @param delayWeight what a minute of delay costs
	 * @param weights what else costs how much
	 */
	record Facts(Contact contact, Instant wantedAt, @Nullable Place before, Duration length, Duration travel,
			int circle, Set<String> keys, List<SharedLimit> limits, int delayWeight, PlanningSettings.Weights weights) {
	}

}
