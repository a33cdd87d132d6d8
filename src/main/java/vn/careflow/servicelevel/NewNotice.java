package vn.careflow.servicelevel;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a person is to be told about a case.
 *
 * @param subjectId the case
 * @param recipientId who is told
 * @param rung which rung of which ladder it is, such as {@code NEAR}: each tells each
 * person once in each round of the case
 * @param at when
 */
public record NewNotice(UUID subjectId, String recipientId, String rung, Instant at) {
}
