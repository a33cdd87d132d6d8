package vn.careflow.assignment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A skill that a work item needs.
 *
 * @param skillId the id of the skill
 * @param minimumLevel the level from which on a person is good enough, 1 (beginner) to 5
 * (expert)
 * @param droppedAt the moment from which on the work item does without the skill, because
 * it has waited for long enough; null when it never does
 */
public record SkillNeed(String skillId, int minimumLevel, @Nullable Instant droppedAt) {

	public SkillNeed {
		if (skillId.isBlank() || minimumLevel < 1 || minimumLevel > 5) {
			throw new IllegalArgumentException("A needed skill has an id and a level from 1 to 5, not '%s' and %d"
				.formatted(skillId, minimumLevel));
		}
	}

	/**
	 * A skill that is needed at any level and for ever.
	 * @param skillId the id of the skill
	 * @return the need
	 */
	public static SkillNeed of(String skillId) {
		return new SkillNeed(skillId, 1, null);
	}

	boolean isRequiredAt(Instant moment) {
		return this.droppedAt == null || moment.isBefore(this.droppedAt);
	}

}
