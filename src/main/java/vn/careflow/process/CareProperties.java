package vn.careflow.process;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import vn.careflow.calendar.CareDuration;

/**
 * How long care waits, and for what. Durations of care say what they count: {@code 8h}
 * business time, {@code 2wd} working days, {@code PT24H} wall clock; how often a node
 * looks for work is the machine's own time.
 *
 * @param calendar the business calendar that deadlines are counted in
 * @param adviceWithin how long after a customer was reached the advice must be concluded
 * @param checkInAfter how long after delivery the customer is asked how it goes
 * @param surveyOpenFor how long an invitation to a survey may be answered
 * @param replyWithin how long a request waits for the customer before the agent looks at
 * it again
 * @param confirmWithin how long a resolved request waits for a confirmation before it is
 * closed
 * @param planWithin how long an agent has for adjusting the plan of a care cycle
 * @param decideReturnWithin how long a lead has for deciding what comes back to somebody
 * who was absent
 * @param calendarsEvery how often the node looks for what a change of calendars left to
 * do
 * @param waitingEvery how often the node looks for waiting work that is worth another try
 * @param cyclesEvery how often the node looks for care cycles that are due
 * @param cyclesAtOnce how many due care cycles are claimed and started in one transaction
 */
@Validated
@ConfigurationProperties("careflow.care")
record CareProperties(@NotBlank @DefaultValue("service") String calendar,
		@NotNull @DefaultValue("2wd") CareDuration adviceWithin,
		@NotNull @DefaultValue("3wd") CareDuration checkInAfter,
		@NotNull @DefaultValue("10wd") CareDuration surveyOpenFor,
		@NotNull @DefaultValue("3wd") CareDuration replyWithin,
		@NotNull @DefaultValue("3wd") CareDuration confirmWithin, @NotNull @DefaultValue("2wd") CareDuration planWithin,
		@NotNull @DefaultValue("1wd") CareDuration decideReturnWithin,
		@NotNull @DefaultValue("5s") Duration calendarsEvery, @NotNull @DefaultValue("5s") Duration waitingEvery,
		@NotNull @DefaultValue("10s") Duration cyclesEvery, @Min(1) @Max(1000) @DefaultValue("50") int cyclesAtOnce) {
}
