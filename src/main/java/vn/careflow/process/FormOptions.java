package vn.careflow.process;

import java.util.List;

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
	 * One thing to choose.
	 *
	 * @param label what the person reads
	 * @param value what the process is told
	 */
	record Option(String label, String value) {
	}

}
