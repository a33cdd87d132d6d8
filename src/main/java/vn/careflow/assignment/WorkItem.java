package vn.careflow.assignment;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Something that one person shall do at a moment: what the rules have to know of it.
 * Start from {@link #of(UUID, String, String, Instant)} and add what is known.
 *
 * @param id the identity of the case or contact; it has at most one person at a time
 * @param kind what it is, such as {@code REQUEST} or {@code CONTACT}
 * @param teamId the team whose people may take it
 * @param skills the skills that it needs
 * @param language the language tag of the customer, such as {@code vi}
 * @param product what it is about, or null when about nothing in particular
 * @param customerGroup the group of the customer, or null while in none
 * @param ownerId the user id of who is responsible for the customer, or null
 * @param lastAgentId the user id of who had this case or customer last, or null
 * @param at the moment at which it shall be done
 * @param weight how much of a person's capacity for a day it takes, in points, 1 or more
 * @param ranking whom to prefer among those who may take it
 * @param excluded the user ids of those who shall not get it, because they gave it back
 */
public record WorkItem(UUID id, String kind, String teamId, List<SkillNeed> skills, String language,
		@Nullable String product, @Nullable String customerGroup, @Nullable String ownerId,
		@Nullable String lastAgentId, Instant at, int weight, Ranking ranking, SortedSet<String> excluded) {

	public WorkItem {
		if (kind.isBlank() || teamId.isBlank() || language.isBlank()) {
			throw new IllegalArgumentException("Work item without kind, team or language: " + id);
		}
		if (weight < 1) {
			throw new IllegalArgumentException(
					"Work item that weighs %d points, not 1 or more: %s".formatted(weight, id));
		}
		skills = List.copyOf(skills);
		excluded = Collections.unmodifiableSortedSet(new TreeSet<>(excluded));
	}

	/**
	 * A work item that anybody of the team may take who speaks Vietnamese, weighs one
	 * point and is ranked as usual.
	 * @param id the identity of the case or contact
	 * @param kind what it is, such as {@code REQUEST}
	 * @param teamId the team whose people may take it
	 * @param at the moment at which it shall be done
	 * @return the work item, to be refined
	 */
	public static WorkItem of(UUID id, String kind, String teamId, Instant at) {
		return new WorkItem(id, kind, teamId, List.of(), "vi", null, null, null, null, at, 1, Ranking.USUAL,
				Collections.emptySortedSet());
	}

	/**
	 * The same, to be done at another moment.
	 * @param moment when
	 * @return the refined work item
	 */
	public WorkItem at(Instant moment) {
		return new WorkItem(this.id, this.kind, this.teamId, this.skills, this.language, this.product,
				this.customerGroup, this.ownerId, this.lastAgentId, moment, this.weight, this.ranking, this.excluded);
	}

	/**
	 * The same, with the skills that it needs.
	 * @param needs the skills
	 * @return the refined work item
	 */
	public WorkItem needing(List<SkillNeed> needs) {
		return new WorkItem(this.id, this.kind, this.teamId, needs, this.language, this.product, this.customerGroup,
				this.ownerId, this.lastAgentId, this.at, this.weight, this.ranking, this.excluded);
	}

	/**
	 * The same for a customer of this language.
	 * @param languageTag such as {@code vi}
	 * @return the refined work item
	 */
	public WorkItem in(String languageTag) {
		return new WorkItem(this.id, this.kind, this.teamId, this.skills, languageTag, this.product, this.customerGroup,
				this.ownerId, this.lastAgentId, this.at, this.weight, this.ranking, this.excluded);
	}

	/**
	 * The same about a product, for a customer of a group.
	 * @param newProduct the product, or null
	 * @param newCustomerGroup the group, or null
	 * @return the refined work item
	 */
	public WorkItem about(@Nullable String newProduct, @Nullable String newCustomerGroup) {
		return new WorkItem(this.id, this.kind, this.teamId, this.skills, this.language, newProduct, newCustomerGroup,
				this.ownerId, this.lastAgentId, this.at, this.weight, this.ranking, this.excluded);
	}

	/**
	 * The same, with the people whom the customer knows.
	 * @param newOwnerId who is responsible for the customer, or null
	 * @param newLastAgentId who had this case or customer last, or null
	 * @return the refined work item
	 */
	public WorkItem knownTo(@Nullable String newOwnerId, @Nullable String newLastAgentId) {
		return new WorkItem(this.id, this.kind, this.teamId, this.skills, this.language, this.product,
				this.customerGroup, newOwnerId, newLastAgentId, this.at, this.weight, this.ranking, this.excluded);
	}

	/**
	 * The same with the rules of its kind.
	 * @param points what it weighs, 1 or more
	 * @param order whom to prefer
	 * @return the refined work item
	 */
	public WorkItem ranked(int points, Ranking order) {
		return new WorkItem(this.id, this.kind, this.teamId, this.skills, this.language, this.product,
				this.customerGroup, this.ownerId, this.lastAgentId, this.at, points, order, this.excluded);
	}

	/**
	 * The same, but not for these people.
	 * @param agentIds user ids of those who shall not get it
	 * @return the refined work item
	 */
	public WorkItem excluding(Set<String> agentIds) {
		return new WorkItem(this.id, this.kind, this.teamId, this.skills, this.language, this.product,
				this.customerGroup, this.ownerId, this.lastAgentId, this.at, this.weight, this.ranking,
				new TreeSet<>(agentIds));
	}

	/**
	 * The same, not for these people either.
	 */
	WorkItem excludingAlso(Set<String> agentIds) {
		if (this.excluded.containsAll(agentIds)) {
			return this;
		}
		Set<String> all = new TreeSet<>(this.excluded);
		all.addAll(agentIds);
		return excluding(all);
	}

	/**
	 * The same, open again to a person.
	 */
	WorkItem including(String agentId) {
		return excluding(this.excluded.stream().filter((id) -> !id.equals(agentId)).collect(Collectors.toSet()));
	}

	/**
	 * When it does without one of its skills next.
	 * @param moment the moment to look on from
	 * @return the first later moment at which a skill is dropped, or empty
	 */
	public Optional<Instant> nextDropAfter(Instant moment) {
		return this.skills.stream()
			.filter((need) -> need.droppedAt() != null && need.droppedAt().isAfter(moment))
			.map(SkillNeed::droppedAt)
			.min(Instant::compareTo);
	}

}
