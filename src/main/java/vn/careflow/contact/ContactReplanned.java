package vn.careflow.contact;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A planned contact has other times now, because what it was planned by has changed.
 *
 * @param contactId the contact
 * @param customerId whom it is with
 * @param slot its new times; null when no permitted time is left. One whose slot had
 * begun keeps its start, and is due at once when it may not go on.
 */
public record ContactReplanned(UUID contactId, UUID customerId, @Nullable ContactSlot slot) {
}
