package vn.careflow.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.careflow.staff.Agent;
import vn.careflow.staff.Role;

/**
 * A work item that nobody could take.
 *
 * @param workItemId the work item
 * @param kind what it is, such as {@code REQUEST}
 * @param teamId in whose queue it waits
 * @param language the language of the customer
 * @param skills the skills it asks for
 * @param product what it is about, null for nothing in particular
 * @param customerGroup the group of the customer, null when unknown
 * @param excluded who may not have it again
 * @param at when it is to be done
 * @param urgency the higher, the sooner it is tried
 * @param since since when it waits
 * @param nextTryAt when it is tried again even without news, null when no such moment is
 * known
 * @param tries how often it was tried again
 */
public record WaitingItem(UUID workItemId, String kind, String teamId, String language, List<SkillNeed> skills,
		@Nullable String product, @Nullable String customerGroup, Set<String> excluded, Instant at, int urgency,
		Instant since, @Nullable Instant nextTryAt, int tries) {

	public WaitingItem {
		skills = List.copyOf(skills);
		excluded = Set.copyOf(excluded);
	}

	/**
	 * Whether a person could take it at a moment if they were at work then and had room
	 * for it: a look that asks no database.
	 */
	boolean suits(Agent agent, Instant moment, ZoneId zone) {
		return agent.roles().contains(Role.AGENT) && agent.teams().contains(this.teamId) && agent.receiving()
				&& agent.isEmployedOn(moment.atZone(zone).toLocalDate()) && agent.languages().contains(this.language)
				&& agent.servesProduct(this.product) && agent.servesGroup(this.customerGroup)
				&& !this.excluded.contains(agent.id())
				&& this.skills.stream()
					.allMatch((need) -> !need.isRequiredAt(moment)
							|| agent.levelOf(need.skillId()) >= need.minimumLevel());
	}

	/** When it is to be done at the earliest: what is overdue, now. */
	Instant doneAt(Instant now) {
		return this.at.isBefore(now) ? now : this.at;
	}

}
