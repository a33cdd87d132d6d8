package vn.careflow.process;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What was entered into a form does not keep the form's contract; nothing was changed.
 * <p>
 * The engine's REST API answers it with status 400 and the message, which Tasklist shows
 * to the person at the form.
 */
public class FormRejected extends BadUserRequestException {

	private static final long serialVersionUID = 1L;

	private final transient List<Violation> violations;

	public FormRejected(List<Violation> violations) {
		super(violations.stream().map(Violation::message).collect(Collectors.joining(" ")));
		this.violations = List.copyOf(violations);
	}

	public FormRejected(String field, String message) {
		this(List.of(new Violation(field, message)));
	}

	public List<Violation> violations() {
		return this.violations;
	}

	/**
	 * One thing that is wrong with one field.
	 *
	 * @param field the field's key
	 * @param message a Vietnamese sentence that names the field by its label and says how
	 * to mend it
	 */
	public record Violation(String field, String message) {
	}

}
