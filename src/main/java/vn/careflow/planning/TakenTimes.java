package vn.careflow.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Appointments;
import vn.careflow.contact.Contact;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.staff.Agent;

/**
 * Knows what people do besides the contacts that are planned: other contacts, and
 * appointments with the ways to them.
 */
@Component
class TakenTimes {

	/** What begins earlier is over by the time that a plan begins. */
	private static final Duration LONGEST = Duration.ofHours(12);

	private final PlannableContacts contacts;

	private final Appointments appointments;

	private final PlanningSettings settings;

	TakenTimes(PlannableContacts contacts, Appointments appointments, PlanningSettings settings) {
		this.contacts = contacts;
		this.appointments = appointments;
		this.settings = settings;
	}

	/**
	 * The stretches of time that are taken, by user id.
	 * @param agents whose
	 * @param leftOut the contacts that are planned
	 */
	Map<String, List<Block>> of(Collection<Agent> agents, Set<UUID> leftOut, Instant from, Instant until) {
		List<String> ids = agents.stream().map(Agent::id).toList();
		Map<String, List<Block>> taken = new HashMap<>();
		for (Contact contact : this.contacts.ofAgents(ids, from.minus(LONGEST), until.plus(LONGEST))) {
			if (!leftOut.contains(contact.id()) && contact.agentId() != null && contact.slotAt() != null) {
				taken.computeIfAbsent(contact.agentId(), (id) -> new ArrayList<>())
					.add(block(contact, contact.slotAt()));
			}
		}
		ids.forEach((id) -> this.appointments.busy(id, from.minus(LONGEST), until.plus(LONGEST))
			.forEach((booked) -> taken.computeIfAbsent(id, (key) -> new ArrayList<>())
				.add(new Block(booked.from(), booked.to(), Duration.ZERO))));
		return taken;
	}

	/** The time that a contact takes when it begins at some moment. */
	Block block(Contact contact, Instant at) {
		return new Block(at, at.plus(this.settings.lengthOf(contact.channel())),
				this.settings.travelOf(contact.channel()));
	}

}
