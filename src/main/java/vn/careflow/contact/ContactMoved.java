package vn.careflow.contact;

import java.util.UUID;

/**
 * Somebody gave a contact that waits for its slot another time and person. Its times are
 * told by {@link ContactReplanned} as well.
 *
 * @param contactId the contact
 * @param slot its times now
 * @param agentId who carries it out now
 */
public record ContactMoved(UUID contactId, ContactSlot slot, String agentId) {
}
