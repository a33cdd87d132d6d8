package vn.careflow.contact;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * A rule about when customers may be contacted.
 */
@FunctionalInterface
interface SlotPolicy {

	/**
	 * Judges a moment.
	 * @return nothing when the policy agrees, else why not
	 */
	Stream<Refusal> judge(SlotQuestion question, Instant at);

}
