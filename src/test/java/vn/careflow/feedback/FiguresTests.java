package vn.careflow.feedback;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FiguresTests {

	@ParameterizedTest
	@CsvSource({ "1,5,3,false", "1,5,4,true", "1,5,5,true", "1,10,7,false", "1,10,8,true", "0,10,7,false",
			"0,10,8,true", "1,4,3,false", "1,4,4,true", "-2,2,1,true", "-2,2,0,false" })
	void callsSatisfiedWhoReachesThreeQuartersOfTheScale(int lowest, int highest, int score, boolean satisfied) {
		assertThat(new Rating(score, new Scale(lowest, highest)).isSatisfied()).isEqualTo(satisfied);
	}

	@Test
	void satisfactionAgreesWithTheNormalisedScoreOnEveryScale() {
		for (int highest = 2; highest <= 100; highest++) {
			for (int score = 1; score <= highest; score++) {
				boolean expected = (score - 1.0) / (highest - 1.0) >= 0.75;
				assertThat(new Rating(score, new Scale(1, highest)).isSatisfied()).isEqualTo(expected);
			}
		}
	}

	@Test
	void countsSatisfactionOverDifferentScalesWithItsResponseRate() {
		List<Rating> ratings = List.of(new Rating(5, Scale.ONE_TO_FIVE), new Rating(4, Scale.ONE_TO_FIVE),
				new Rating(8, Scale.ONE_TO_TEN), new Rating(7, Scale.ONE_TO_TEN));

		Csat csat = Csat.of(ratings, 16);

		assertThat(csat).isEqualTo(new Csat(16, 4, 3));
		assertThat(csat.percent()).hasValue(75.0);
		assertThat(csat.responseRate()).hasValue(25.0);
	}

	@Test
	void hasNoSatisfactionWithoutAnswersAndNoRateWithoutInvitations() {
		assertThat(Csat.of(List.of(), 3).percent()).isEmpty();
		assertThat(Csat.of(List.of(), 3).responseRate()).hasValue(0.0);
		assertThat(Csat.of(List.of(), 0).responseRate()).isEmpty();
	}

	@Test
	void refusesMoreAnswersThanInvitations() {
		List<Rating> one = List.of(new Rating(5, Scale.ONE_TO_FIVE));

		assertThatIllegalArgumentException().isThrownBy(() -> Csat.of(one, 0));
	}

	@Test
	void takesDetractorsFromPromoters() {
		Nps nps = Nps.of(List.of(10, 9, 9, 8, 7, 6, 0));

		assertThat(nps).isEqualTo(new Nps(3, 2, 2));
		assertThat(nps.score().getAsDouble()).isEqualTo(100.0 / 7);
	}

	@Test
	void spansTheWholeRangeAndKnowsTheEdgesOfItsGroups() {
		assertThat(Nps.of(List.of(9, 10)).score()).hasValue(100.0);
		assertThat(Nps.of(List.of(0, 6)).score()).hasValue(-100.0);
		assertThat(Nps.of(List.of(7, 8)).score()).hasValue(0.0);
		assertThat(Nps.of(List.of()).score()).isEmpty();
		assertThat(Nps.of(IntStream.rangeClosed(0, 10).boxed().toList())).isEqualTo(new Nps(2, 2, 7));
	}

	@Test
	void refusesScoresOffTheScale() {
		assertThatIllegalArgumentException().isThrownBy(() -> Nps.of(List.of(11)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Rating(0, Scale.ONE_TO_FIVE));
		assertThatIllegalArgumentException().isThrownBy(() -> new Scale(5, 5));
	}

}
