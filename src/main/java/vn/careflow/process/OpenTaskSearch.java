package vn.careflow.process;

import org.jspecify.annotations.Nullable;

/**
 * Which open tasks somebody wants to see.
 *
 * @param assignee the user id of who has them, or {@code null} for anybody
 * @param unassigned whether only those that nobody has
 * @param filterId a filter of Tasklist that shows them, or {@code null} for all
 */
public record OpenTaskSearch(@Nullable String assignee, boolean unassigned, @Nullable String filterId) {

}
