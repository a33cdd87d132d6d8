package vn.careflow.assignment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that a person can be responsible for, whichever room it belongs to:
 * how many there are, which, and how another person becomes responsible. History that
 * names the person is none.
 */
public interface Responsibility {

	/** Which kind it is; there is one such bean for each. */
	HandOverKind kind();

	/**
	 * How many things of the kind refer to a person as responsible now, all of them, also
	 * those that are not listed because they follow others.
	 * @param agentId the person's user id
	 */
	long count(String agentId);

	/**
	 * The things of the kind that are handed over one by one.
	 * @param agentId the person's user id
	 */
	List<Held> heldBy(String agentId);

	/**
	 * Makes another person responsible for one thing, unless it is no longer with the
	 * person that it is said to be with. Also used the other way round, to undo it.
	 */
	Moved move(Move move);

	/**
	 * One thing that a person is responsible for.
	 *
	 * @param ref its identity
	 * @param detail a code that says more: the task, the model, the state
	 * @param customerId the customer whom it concerns, or null
	 * @param language the customer's language, or null when unknown
	 * @param workItemId the case to which it belongs, or null; what belongs to one case
	 * goes to one person
	 */
	record Held(String ref, String detail, @Nullable UUID customerId, @Nullable String language,
			@Nullable UUID workItemId) {

		/** A thing that concerns no customer. */
		public static Held of(String ref, String detail) {
			return new Held(ref, detail, null, null, null);
		}

	}

	/**
	 * What is to be done with one thing.
	 *
	 * @param ref its identity
	 * @param from who has it; for a kind that ends with the person null when it is undone
	 * @param to who shall have it; for a kind that ends with the person null
	 * @param kept what {@link Moved#kept()} said when it was handed over, for undoing it
	 * @param why the reason, for the history
	 * @param by the user id of who decided it
	 */
	record Move(String ref, @Nullable String from, @Nullable String to, @Nullable String kept, String why, String by) {

		/** Who has it, where somebody must. */
		public String giver() {
			return required(this.from);
		}

		/** Who shall have it, where somebody must. */
		public String taker() {
			return required(this.to);
		}

		private String required(@Nullable String person) {
			if (person == null) {
				throw new IllegalArgumentException("Nobody to move " + this.ref + " from or to");
			}
			return person;
		}

	}

	/**
	 * What became of it.
	 *
	 * @param state done, gone or refused
	 * @param reason why not, in Vietnamese
	 * @param kept what is needed to undo it beyond who had it
	 */
	record Moved(HandOverItem.State state, @Nullable String reason, @Nullable String kept) {

		/** The other person has it. */
		public static Moved done() {
			return new Moved(HandOverItem.State.MOVED, null, null);
		}

		/** The other person has it; undoing it needs what is kept. */
		public static Moved done(String kept) {
			return new Moved(HandOverItem.State.MOVED, null, kept);
		}

		/** It is over, or with somebody else by now. */
		public static Moved gone() {
			return new Moved(HandOverItem.State.GONE, null, null);
		}

		/** It stays where it is. */
		public static Moved refused(String reason) {
			return new Moved(HandOverItem.State.REFUSED, reason, null);
		}

		/** Done if it was there to be moved, else gone. */
		public static Moved doneIf(boolean moved) {
			return moved ? done() : gone();
		}

	}

}
