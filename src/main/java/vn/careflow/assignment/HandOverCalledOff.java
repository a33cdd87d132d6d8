package vn.careflow.assignment;

import java.util.UUID;

/**
 * A hand-over is not wanted any more: it shall be undone as far as it came.
 *
 * @param handOverId the hand-over
 */
public record HandOverCalledOff(UUID handOverId) {
}
