package vn.careflow.assignment;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the house hands over what a person leaves behind.
 *
 * @param undoWithin how long after the account was closed it can be undone, in wall-clock
 * time
 * @param batch how many things change hands in one transaction
 */
@ConfigurationProperties("careflow.hand-over")
@Validated
record HandOverSettings(@NotNull @DefaultValue("4h") Duration undoWithin,
		@Min(1) @Max(1000) @DefaultValue("250") int batch) {

	HandOverSettings {
		if (undoWithin.isNegative()) {
			throw new IllegalArgumentException("careflow.hand-over.undo-within must not be negative");
		}
	}

}
