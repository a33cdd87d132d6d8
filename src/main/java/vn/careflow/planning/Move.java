package vn.careflow.planning;

import java.time.Instant;
import java.util.UUID;

import vn.careflow.contact.Contact;

/**
 * A contact on its way to another time or person.
 *
 * @param contact the contact as it is
 * @param agentId who shall carry it out
 * @param slotAt when it shall begin
 */
record Move(Contact contact, String agentId, Instant slotAt) {

	UUID id() {
		return this.contact.id();
	}

}
