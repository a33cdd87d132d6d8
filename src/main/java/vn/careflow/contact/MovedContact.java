package vn.careflow.contact;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a wish to move a contact.
 *
 * @param slot its times now; empty when the wish was refused
 * @param refused the binding rules that refuse it
 */
public record MovedContact(Optional<ContactSlot> slot, List<RefusedSlot> refused) {
}
