package vn.careflow.assignment;

import java.util.UUID;

/**
 * What is proposed was accepted outside of the model.
 *
 * @param handOverId the hand-over
 */
public record HandOverReviewed(UUID handOverId) {
}
