package vn.careflow.contact;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A contact that somebody wants.
 *
 * @param id chosen by the caller, so that planning twice makes one contact
 * @param customerId whom to contact
 * @param caseId the opportunity, order, request or care cycle it belongs to; without one
 * the contact is a case of its own
 * @param purpose what it is for
 * @param channel how
 * @param reason the occasion
 */
public record NewContact(UUID id, UUID customerId, @Nullable UUID caseId, ContactPurpose purpose,
		ContactChannel channel, ContactReason reason) {

	UUID caseOrSelf() {
		return (this.caseId != null) ? this.caseId : this.id;
	}

}
