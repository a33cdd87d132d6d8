package vn.careflow.process;

import java.util.Map;

/**
 * What a person needs to see beside the fields of a task's form: customer, subject,
 * history, script, deadline.
 * <p>
 * The facts are looked up each time a form is opened and handed to the browser with the
 * form's variables; they are never stored as process variables.
 */
public interface FormFacts {

	/**
	 * The facts to show for one task.
	 * @param task the task and the case it belongs to
	 * @return values by the names that forms use in their texts
	 */
	Map<String, Object> about(CaseTask task);

}
