package vn.careflow.process;

import java.util.NoSuchElementException;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling and the one type of a process variable, used by delegates, starters
 * and tests alike.
 * <p>
 * Variables carry ids, codes, booleans, numbers and dates; never entities and never
 * personal data.
 *
 * @param name the variable's name in the models, in camelCase
 * @param type the Java type of its values
 */
public record ProcessVariable<T>(String name, Class<T> type) {

	static <T> ProcessVariable<T> of(String name, Class<T> type) {
		return new ProcessVariable<>(name, type);
	}

	/**
	 * The value in the given scope or one of its parents.
	 * @throws NoSuchElementException when the variable is missing or of another type: the
	 * model and the code disagree
	 */
	public T get(VariableScope scope) {
		return find(scope).orElseThrow(() -> new NoSuchElementException(
				"Process variable '%s' is missing in scope '%s'".formatted(this.name, scope.getVariableScopeKey())));
	}

	/** The value in the given scope or one of its parents, if there is one. */
	public Optional<T> find(VariableScope scope) {
		Object value = scope.getVariable(this.name);
		if (value != null && !this.type.isInstance(value)) {
			throw new NoSuchElementException("Process variable '%s' holds a %s, expected was a %s".formatted(this.name,
					value.getClass().getSimpleName(), this.type.getSimpleName()));
		}
		return Optional.ofNullable(this.type.cast(value));
	}

	/**
	 * Sets the value, or clears it with {@code null}, where the variable lives, else in
	 * the given scope.
	 */
	public void set(VariableScope scope, @Nullable T value) {
		scope.setVariable(this.name, value);
	}

}
