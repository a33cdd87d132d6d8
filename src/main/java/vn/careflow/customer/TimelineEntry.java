package vn.careflow.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a customer. Longer texts are cut to what the timeline
 * keeps: the case itself has them whole.
 *
 * @param id recording the same id twice makes one entry
 * @param customerId the customer
 * @param kind what it is about
 * @param at when it happened
 * @param summary one line in Vietnamese, at most 500 characters
 * @param detail free text, at most 20,000 characters
 * @param subjectId the case, order or survey it belongs to
 * @param actorId who did it; null when the customer or the system did
 */
public record TimelineEntry(UUID id, UUID customerId, TimelineKind kind, Instant at, String summary,
		@Nullable String detail, @Nullable UUID subjectId, @Nullable String actorId) {

	static final int MAX_SUMMARY = 500;

	static final int MAX_DETAIL = 20_000;

	public TimelineEntry {
		summary = LimitedText.cut(summary, MAX_SUMMARY);
		detail = (detail != null) ? LimitedText.cut(detail, MAX_DETAIL) : null;
	}

	/** An entry with a fresh id and nothing but the line itself. */
	public static TimelineEntry of(UUID customerId, TimelineKind kind, Instant at, String summary) {
		return new TimelineEntry(UUID.randomUUID(), customerId, kind, at, summary, null, null, null);
	}

	public TimelineEntry withDetail(@Nullable String text) {
		return new TimelineEntry(this.id, this.customerId, this.kind, this.at, this.summary, text, this.subjectId,
				this.actorId);
	}

	public TimelineEntry about(@Nullable UUID subject) {
		return new TimelineEntry(this.id, this.customerId, this.kind, this.at, this.summary, this.detail, subject,
				this.actorId);
	}

	public TimelineEntry by(@Nullable String actor) {
		return new TimelineEntry(this.id, this.customerId, this.kind, this.at, this.summary, this.detail,
				this.subjectId, actor);
	}

}
