package vn.careflow.process;

import java.util.List;
import java.util.Optional;

/**
 * Where a select of a form gets its options from, when they are data: the form names the
 * source in its property {@code options}.
 */
public interface FormOptions {

	/**
	 * The options of a source.
	 * @param source the name that the form gives, such as {@code products}
	 * @return the options in the order to show them; empty for a source that this one
	 * does not know
	 */
	List<Option> options(String source);

	/**
	 * The options of a source that depend on the case, such as times that are free for
	 * this customer. They may change while the form is open: what was chosen is judged by
	 * the step behind the form, which can say what became of it.
	 * @param source the name that the form gives
	 * @param task the task whose form it is
	 * @return the options in the order to show them; empty for a source that does not
	 * depend on the case
	 */
	default Optional<List<Option>> options(String source, CaseTask task) {
		return Optional.empty();
	}

	/** Whether the options of a source depend on the case. */
	default boolean dependsOnCase(String source) {
		return false;
	}

	/**
	 * One thing to choose.
	 *
	 * @param label what the person reads
	 * @param value what the process is told
	 */
	record Option(String label, String value) {
	}

}
