package vn.careflow.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to every survey: one invitation, at most one answer, and the figures they give.
 */
@Service
public class Surveys {

	static final int LONGEST_REMARK = 20_000;

	private final SurveyRepository repository;

	private final JdbcAggregateOperations rows;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Surveys(SurveyRepository repository, JdbcAggregateOperations rows, ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.rows = rows;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Invites a customer to answer.
	 * @return the survey, the first one where this id is known already
	 */
	@Transactional
	public Survey invite(NewSurvey wanted) {
		return find(wanted.id()).orElseGet(() -> this.repository.save(Survey.invited(wanted, now())));
	}

	/**
	 * Keeps the answer and publishes {@link SurveyAnswered}; the same answer once more
	 * changes nothing. A late answer is kept as well: whether anybody still waits for it
	 * is not the survey's concern.
	 * @param comment what the customer added in words
	 * @throws ScoreOffScale if the survey's scale does not offer the score
	 * @throws SurveyAnsweredAlready if it was answered otherwise before
	 * @throws UnknownSurvey if there is no such survey
	 */
	@Transactional
	public Survey answer(UUID surveyId, int score, @Nullable String comment) {
		Survey survey = get(surveyId);
		if (!survey.scale().contains(score)) {
			throw new ScoreOffScale(survey.scale());
		}
		if (!survey.answer(new Rating(score, survey.scale()), remark(comment), now())) {
			return survey;
		}
		Survey answered = this.repository.save(survey);
		this.events.publishEvent(new SurveyAnswered(surveyId, answered.subjectId()));
		return answered;
	}

	/**
	 * The survey, which must exist.
	 * @throws UnknownSurvey if it does not
	 */
	public Survey get(UUID surveyId) {
		return find(surveyId).orElseThrow(() -> new UnknownSurvey(surveyId));
	}

	public Optional<Survey> find(UUID surveyId) {
		return this.repository.findById(surveyId);
	}

	/**
	 * Surveys about a case, the earliest first.
	 */
	public List<Survey> about(UUID subjectId) {
		return this.repository.findBySubjectIdOrderByInvitedAt(subjectId);
	}

	/**
	 * Satisfaction of those invited in [from, to), whenever they answered.
	 */
	public Csat csat(Instant from, Instant to) {
		List<Survey> invited = invited(SurveyKind.CSAT, from, to);
		List<Rating> ratings = invited.stream()
			.filter((survey) -> survey.score() != null)
			.map((survey) -> new Rating(survey.score(), survey.scale()))
			.toList();
		return Csat.of(ratings, invited.size());
	}

	/**
	 * Net promoter score of those invited in [from, to), whenever they answered.
	 */
	public Nps nps(Instant from, Instant to) {
		return Nps.of(invited(SurveyKind.NPS, from, to).stream()
			.map(Survey::score)
			.filter((score) -> score != null)
			.toList());
	}

	private List<Survey> invited(SurveyKind kind, Instant from, Instant to) {
		Criteria inPeriod = Criteria.where("kind")
			.is(kind)
			.and("invitedAt")
			.greaterThanOrEquals(from)
			.and("invitedAt")
			.lessThan(to);
		return this.rows.findAll(Query.query(inPeriod), Survey.class);
	}

	/** The words without what PostgreSQL cannot keep. */
	private static @Nullable String remark(@Nullable String comment) {
		if (comment == null || comment.isBlank()) {
			return null;
		}
		if (comment.length() > LONGEST_REMARK) {
			throw new IllegalArgumentException("comment must not be longer than " + LONGEST_REMARK + " characters");
		}
		return comment.replace("\0", "").strip();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
