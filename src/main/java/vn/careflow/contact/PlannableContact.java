package vn.careflow.contact;

import java.util.List;
import java.util.Set;

/**
 * A contact with all that binds whoever plans it together with others.
 *
 * @param contact the contact as it is planned now
 * @param language what the customer speaks, ISO 639-1
 * @param moments when it may begin, in order: no binding rule refuses, whatever becomes
 * of the contacts it is planned with
 * @param refused the times that binding rules refuse, with the rule
 * @param keys what limits of others count it by
 * @param limits the quotas and buffers that bind it together with others of them
 */
public record PlannableContact(Contact contact, String language, List<ContactMoment> moments, List<RefusedSlot> refused,
		Set<String> keys, List<SharedLimit> limits) {
}
