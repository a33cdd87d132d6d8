package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactChannel;
import vn.careflow.contact.ContactMoment;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.ContactReason;
import vn.careflow.contact.ContactSlot;
import vn.careflow.contact.ContactState;
import vn.careflow.contact.SharedLimit;
import vn.careflow.testsupport.Time;

/**
 * Contacts as the search sees them, built by what matters to a rule.
 */
final class VisitFixture {

	static final PlanningSettings.Weights WEIGHTS = new PlanningSettings.Weights(3, 2, 1, 60, 5, 5);

	private final Map<Instant, ContactMoment> moments = new LinkedHashMap<>();

	private final List<Place> places = new ArrayList<>();

	private final List<SharedLimit> limits = new ArrayList<>();

	private final Set<String> keys = new HashSet<>();

	private UUID customerId = UUID.randomUUID();

	private Instant wantedAt;

	private Duration length = Duration.ofMinutes(15);

	private Duration travel = Duration.ZERO;

	private int delayWeight = 2;

	private @Nullable Place before;

	private VisitFixture(Instant wantedAt) {
		this.wantedAt = wantedAt;
	}

	/** A contact whose slot, before the plan, is at this moment in Vietnam. */
	static VisitFixture wantedAt(String local) {
		return new VisitFixture(Time.instant(local));
	}

	static AgentDay agentDay(String agentId, int capacity) {
		return new AgentDay(agentId, Time.instant("2026-11-23T00:00").atZone(Time.ZONE).toLocalDate(), capacity, 0,
				WEIGHTS.load());
	}

	static Place place(AgentDay agentDay, String local) {
		return new Place(agentDay, Time.instant(local));
	}

	VisitFixture of(UUID customer) {
		this.customerId = customer;
		return this;
	}

	VisitFixture meeting() {
		this.length = Duration.ofMinutes(60);
		this.travel = Duration.ofMinutes(30);
		return this;
	}

	VisitFixture with(SharedLimit limit) {
		this.limits.add(limit);
		return this;
	}

	VisitFixture countedBy(String key) {
		this.keys.add(key);
		return this;
	}

	VisitFixture urgency(int weight) {
		this.delayWeight = weight;
		return this;
	}

	VisitFixture before(Place place) {
		this.before = place;
		this.wantedAt = place.start();
		return this;
	}

	VisitFixture mayGoTo(Place... more) {
		for (Place place : more) {
			this.places.add(place);
			this.moments.putIfAbsent(place.start(),
					new ContactMoment(place.start(), place.start().plus(Duration.ofHours(4)), List.of()));
		}
		return this;
	}

	/** A moment at which wishes are broken that are worth so much. */
	VisitFixture unwelcome(Place place, long worthMinutes) {
		this.places.add(place);
		this.moments.put(place.start(), new ContactMoment(place.start(), place.start().plus(Duration.ofHours(4)),
				List.of(new ContactMoment.BrokenWish("LUNCH", "Tránh giờ nghỉ trưa.", worthMinutes))));
		return this;
	}

	/** The contact where it is before the plan. */
	Visit asBefore() {
		Contact contact = new Contact(UUID.randomUUID(), this.customerId, UUID.randomUUID(), ContactPurpose.SERVICE,
				ContactChannel.CALL, ContactReason.CARE_CALL, ContactState.SCHEDULED,
				(this.before != null) ? this.before.agentId() : null,
				new ContactSlot(this.wantedAt, this.wantedAt.plus(Duration.ofHours(4)), this.wantedAt), List.of(),
				List.of());
		return new Visit(new Visit.Facts(contact, this.wantedAt, this.before, this.length, this.travel, 1, this.keys,
				this.limits, this.delayWeight, WEIGHTS), List.copyOf(this.moments.values()), this.places);
	}

	/** The contact in a place that it may go to. */
	Visit at(Place place) {
		if (!this.places.contains(place)) {
			mayGoTo(place);
		}
		Visit visit = asBefore();
		visit.put(place);
		return visit;
	}

	/** The contact without a place. */
	Visit nowhere() {
		Visit visit = asBefore();
		visit.put(null);
		return visit;
	}

}
