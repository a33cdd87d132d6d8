package vn.careflow.request;

import java.util.UUID;

/**
 * An open request is more or less urgent than it was.
 *
 * @param why the rule or the person's reason
 */
public record RequestPrioritised(UUID requestId, Priority priority, String why) {

}
