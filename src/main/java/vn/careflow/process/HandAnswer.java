package vn.careflow.process;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to somebody who wants a piece of work to change hands.
 */
public sealed interface HandAnswer {

	/**
	 * It has changed hands, or stays where it is because that is what was asked for.
	 *
	 * @param from the user id of who had it, null when nobody had
	 * @param to the user id of who has it now, null when it waits in the team's queue
	 * @param why the reason as the history keeps it, one Vietnamese sentence
	 */
	record Given(@Nullable String from, @Nullable String to, String why) implements HandAnswer {
	}

	/**
	 * Nothing has changed.
	 *
	 * @param reasons everything that speaks against it, in Vietnamese; at least one
	 */
	record Refused(List<String> reasons) implements HandAnswer {

		public Refused {
			if (reasons.isEmpty()) {
				throw new IllegalArgumentException("Refused without a reason");
			}
			reasons = List.copyOf(reasons);
		}

		static Refused because(String reason) {
			return new Refused(List.of(reason));
		}

		/** All reasons as one text. */
		public String text() {
			return String.join(" ", this.reasons);
		}
	}

}
