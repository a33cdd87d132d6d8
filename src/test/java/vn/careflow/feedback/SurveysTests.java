package vn.careflow.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DataJdbcTest
@OnH2
@WithCustomers
@Import(Surveys.class)
@RecordApplicationEvents
class SurveysTests {

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Surveys surveys;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEvents events;

	private UUID customerId;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Phạm Quốc Dũng").build();
		this.customerId = this.customers.register(NewCustomer.from("web", null, profile)).customer().id();
	}

	@Test
	void keepsTheRawScoreWithItsScaleAndTellsOfTheAnswerOnce() {
		Survey survey = this.surveys.invite(csat(Scale.ONE_TO_TEN));

		this.surveys.answer(survey.id(), 8, " Nhân viên nhiệt tình ");
		this.surveys.answer(survey.id(), 8, "Nhân viên nhiệt tình");

		Survey kept = this.surveys.get(survey.id());
		assertThat(kept.score()).isEqualTo(8);
		assertThat(kept.scale()).isEqualTo(Scale.ONE_TO_TEN);
		assertThat(kept.remark()).isEqualTo("Nhân viên nhiệt tình");
		assertThat(kept.answeredAt()).isEqualTo(this.time.now());
		assertThat(this.events.stream(SurveyAnswered.class))
			.containsExactly(new SurveyAnswered(survey.id(), survey.subjectId()));
	}

	@Test
	void keepsTheFirstAnswerAgainstAnother() {
		UUID id = this.surveys.invite(csat(Scale.ONE_TO_FIVE)).id();
		this.surveys.answer(id, 5, null);

		assertThatExceptionOfType(SurveyAnsweredAlready.class).isThrownBy(() -> this.surveys.answer(id, 1, null));
		assertThat(this.surveys.get(id).score()).isEqualTo(5);
	}

	@Test
	void namesTheScoresThatTheScaleOffers() {
		UUID id = this.surveys.invite(csat(Scale.ONE_TO_FIVE)).id();

		assertThatExceptionOfType(ScoreOffScale.class).isThrownBy(() -> this.surveys.answer(id, 6, null))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail())
				.isEqualTo("Điểm phải là số nguyên từ 1 đến 5."));
	}

	@Test
	void invitesTheSameIdOnce() {
		NewSurvey wanted = csat(Scale.ONE_TO_FIVE);
		this.surveys.invite(wanted);
		this.time.passes(Duration.ofHours(1));

		Survey again = this.surveys.invite(wanted);

		assertThat(again.invitedAt()).isEqualTo(Time.instant("2025-03-03T09:30"));
		assertThat(this.surveys.about(wanted.subjectId())).hasSize(1);
	}

	@Test
	void aSurveyHasTheUsualScaleOfItsKind() {
		UUID subjectId = UUID.randomUUID();

		assertThat(new NewSurvey(UUID.randomUUID(), this.customerId, subjectId, SurveyKind.CSAT).scale())
			.isEqualTo(new Scale(1, 5));
		assertThat(new NewSurvey(UUID.randomUUID(), this.customerId, subjectId, SurveyKind.NPS).scale())
			.isEqualTo(new Scale(0, 10));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new NewSurvey(UUID.randomUUID(), this.customerId, subjectId, SurveyKind.NPS, Scale.ONE_TO_FIVE));
	}

	@Test
	void reckonsFiguresOfThoseInvitedInThePeriod() {
		Instant start = this.time.now();
		this.surveys.answer(this.surveys.invite(csat(Scale.ONE_TO_FIVE)).id(), 4, null);
		this.surveys.answer(this.surveys.invite(csat(Scale.ONE_TO_TEN)).id(), 7, null);
		this.surveys.invite(csat(Scale.ONE_TO_FIVE));
		this.surveys.answer(this.surveys.invite(nps()).id(), 9, null);
		this.surveys.invite(nps());
		this.time.passes(Duration.ofDays(1));
		Instant end = this.time.now();
		this.surveys.answer(this.surveys.invite(csat(Scale.ONE_TO_FIVE)).id(), 1, null);
		this.surveys.answer(this.surveys.invite(nps()).id(), 0, null);

		assertThat(this.surveys.csat(start, end)).isEqualTo(new Csat(3, 2, 1));
		assertThat(this.surveys.nps(start, end)).isEqualTo(new Nps(1, 0, 0));
		assertThat(this.surveys.csat(end, end.plusSeconds(1))).isEqualTo(new Csat(1, 1, 0));
	}

	@Test
	void namesTheSurveyThatDoesNotExist() {
		assertThatExceptionOfType(UnknownSurvey.class)
			.isThrownBy(() -> this.surveys.answer(UUID.randomUUID(), 5, null));
	}

	private NewSurvey csat(Scale scale) {
		return new NewSurvey(UUID.randomUUID(), this.customerId, UUID.randomUUID(), SurveyKind.CSAT, scale);
	}

	private NewSurvey nps() {
		return new NewSurvey(UUID.randomUUID(), this.customerId, UUID.randomUUID(), SurveyKind.NPS);
	}

}
