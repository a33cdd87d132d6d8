package vn.careflow.feedback;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One question put to one customer about one case, answered once or never.
 */
public class Survey {

	@Id
	private UUID id;

	@Version
	private int version;

	private UUID customerId;

	private UUID subjectId;

	private SurveyKind kind;

	@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY, prefix = "scale_")
	private Scale scale;

	private Instant invitedAt;

	private @Nullable Integer score;

	private @Nullable String remark;

	private @Nullable Instant answeredAt;

	Survey(UUID id, UUID customerId, UUID subjectId, SurveyKind kind, Scale scale, Instant invitedAt) {
		this.id = id;
		this.customerId = customerId;
		this.subjectId = subjectId;
		this.kind = kind;
		this.scale = scale;
		this.invitedAt = invitedAt;
	}

	static Survey invited(NewSurvey wanted, Instant at) {
		return new Survey(wanted.id(), wanted.customerId(), wanted.subjectId(), wanted.kind(), wanted.scale(), at);
	}

	/**
	 * Keeps the customer's answer.
	 * @return false where the very same answer is kept already
	 */
	boolean answer(Rating rating, @Nullable String words, Instant at) {
		if (this.score != null) {
			return refuseUnlessSame(rating, words);
		}
		this.score = rating.score();
		this.remark = words;
		this.answeredAt = at;
		return true;
	}

	private boolean refuseUnlessSame(Rating rating, @Nullable String words) {
		if (!Objects.equals(this.score, rating.score()) || !Objects.equals(this.remark, words)) {
			throw new SurveyAnsweredAlready(this);
		}
		return false;
	}

	public UUID id() {
		return this.id;
	}

	public UUID customerId() {
		return this.customerId;
	}

	/**
	 * The case it is about.
	 */
	public UUID subjectId() {
		return this.subjectId;
	}

	public SurveyKind kind() {
		return this.kind;
	}

	public Scale scale() {
		return this.scale;
	}

	public Instant invitedAt() {
		return this.invitedAt;
	}

	/**
	 * The raw score, none before the answer.
	 */
	public @Nullable Integer score() {
		return this.score;
	}

	/**
	 * What the customer added in words.
	 */
	public @Nullable String remark() {
		return this.remark;
	}

	public @Nullable Instant answeredAt() {
		return this.answeredAt;
	}

}
