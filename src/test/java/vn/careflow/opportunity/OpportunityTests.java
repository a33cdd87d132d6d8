package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OpportunityTests {

	private static final Instant NOW = Instant.parse("2025-03-03T02:30:00Z");

	private static final LocalDate NEXT_MONTH = LocalDate.of(2025, 4, 3);

	@Test
	void endsWithEverythingThatItsOutcomeNeeds() {
		Opportunity opportunity = anOpportunity();

		opportunity.conclude(new Conclusion(OpportunityOutcome.NOT_YET, "Chờ lương", NEXT_MONTH, null), NOW);

		assertThat(opportunity.isOpen()).isFalse();
		assertThat(opportunity.outcome()).isEqualTo(OpportunityOutcome.NOT_YET);
		assertThat(opportunity.reason()).isEqualTo("Chờ lương");
		assertThat(opportunity.comeBackOn()).isEqualTo(NEXT_MONTH);
		assertThat(opportunity.concludedAt()).isEqualTo(NOW);
	}

	@ParameterizedTest
	@EnumSource(OpportunityOutcome.class)
	void endsOnceAndTheSameWayAgainChangesNothing(OpportunityOutcome outcome) {
		Opportunity opportunity = anOpportunity();
		opportunity.conclude(aConclusion(outcome), NOW);

		assertThat(opportunity.conclude(aConclusion(outcome), NOW.plusSeconds(60))).isFalse();
		assertThat(opportunity.concludedAt()).isEqualTo(NOW);
	}

	@ParameterizedTest
	@EnumSource(OpportunityOutcome.class)
	void neverEndsOtherwiseAfterwards(OpportunityOutcome outcome) {
		Opportunity opportunity = anOpportunity();
		opportunity.conclude(aConclusion(outcome), NOW);
		OpportunityOutcome other = (outcome == OpportunityOutcome.WON) ? OpportunityOutcome.LOST
				: OpportunityOutcome.WON;

		assertThatExceptionOfType(OpportunityConcluded.class)
			.isThrownBy(() -> opportunity.conclude(aConclusion(other), NOW));
		assertThat(opportunity.outcome()).isEqualTo(outcome);
	}

	@Test
	void refusesConclusionsThatLackOrHaveWhatTheirOutcomeForbids() {
		BigDecimal million = BigDecimal.valueOf(1_000_000);

		assertThatIllegalArgumentException().isThrownBy(() -> new Conclusion(OpportunityOutcome.LOST, " ", null, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Conclusion(OpportunityOutcome.NOT_YET, null, null, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Conclusion(OpportunityOutcome.WON, null, NEXT_MONTH, million));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Conclusion(OpportunityOutcome.LOST, "Giá cao", null, million));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "0.5", "1000000000000000" })
	void refusesAmountsThatNobodyCanPay(String amount) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Conclusion(OpportunityOutcome.WON, null, null, new BigDecimal(amount)))
			.withMessageContaining("whole VND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "299000", "299000.00", "2.99E+5", "999999999999999" })
	void takesAmountsInWholeDong(String amount) {
		Conclusion won = new Conclusion(OpportunityOutcome.WON, null, null, new BigDecimal(amount));

		assertThat(won.amount()).isEqualByComparingTo(amount).satisfies((whole) -> assertThat(whole.scale()).isZero());
	}

	@Test
	void knowsTheSameNeedHoweverItIsTyped() {
		UUID customerId = UUID.randomUUID();
		String decomposed = Normalizer.normalize("  gói  CÁP quang\t", Normalizer.Form.NFD);

		assertThat(Opportunity.openKey(customerId, decomposed))
			.isEqualTo(Opportunity.openKey(customerId, "Gói cáp quang"));
		assertThat(Opportunity.openKey(customerId, "Gói cap quang"))
			.isNotEqualTo(Opportunity.openKey(customerId, "Gói cáp quang"));
		assertThat(Opportunity.openKey(UUID.randomUUID(), "Gói cáp quang"))
			.isNotEqualTo(Opportunity.openKey(customerId, "Gói cáp quang"));
	}

	private static Conclusion aConclusion(OpportunityOutcome outcome) {
		return switch (outcome) {
			case WON -> new Conclusion(outcome, null, null, BigDecimal.valueOf(299_000));
			case NOT_YET -> new Conclusion(outcome, null, NEXT_MONTH, null);
			case LOST -> new Conclusion(outcome, "Giá cao", null, null);
			case UNREACHABLE, NOT_INTERESTED -> new Conclusion(outcome, null, null, null);
		};
	}

	private static Opportunity anOpportunity() {
		return Opportunity.opened(NewOpportunity.of(UUID.randomUUID(), "Gói cáp quang"), NOW);
	}

}
