package vn.careflow.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How an opportunity ended, complete for its kind of ending: a loss has a reason, "not
 * yet" has a date to come back on, and only a sale has an amount.
 *
 * @param comeBackOn when care comes back: needed after "not yet", possible after every
 * ending but a sale
 * @param amount of the sale in whole VND
 */
record Conclusion(OpportunityOutcome outcome, @Nullable String reason, @Nullable LocalDate comeBackOn,
		@Nullable BigDecimal amount) {

	Conclusion {
		Objects.requireNonNull(outcome, "outcome");
		reason = Texts.optional("reason", reason, Texts.LONGEST_NOTE);
		require(outcome != OpportunityOutcome.LOST || reason != null, "A lost opportunity needs a reason");
		require(outcome != OpportunityOutcome.NOT_YET || comeBackOn != null, "Not yet needs a date to come back on");
		require(outcome != OpportunityOutcome.WON || comeBackOn == null, "A sale needs no date to come back on");
		require(amount == null || outcome == OpportunityOutcome.WON, "Only a sale has an amount");
		amount = (amount != null) ? Money.inWholeVnd("amount", amount) : null;
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalArgumentException(otherwise);
		}
	}

}
