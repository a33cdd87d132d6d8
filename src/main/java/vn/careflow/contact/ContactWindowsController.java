package vn.careflow.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells over REST when a customer may be contacted, and why not earlier.
 */
@RestController
@RequestMapping("/api/contact-windows")
class ContactWindowsController {

	private final Contacts contacts;

	private final Clock clock;

	ContactWindowsController(Contacts contacts, Clock clock) {
		this.contacts = contacts;
		this.clock = clock;
	}

	@GetMapping
	ContactWindow find(@RequestParam UUID customerId, @RequestParam ContactPurpose purpose,
			@RequestParam ContactChannel channel, @RequestParam(required = false) @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime from) {
		Instant notBefore = (from != null) ? from.toInstant() : this.clock.instant();
		SlotDecision decision = this.contacts.preview(customerId, purpose, channel, notBefore);
		return new ContactWindow(customerId, purpose, channel, notBefore, decision.slot().orElse(null),
				decision.refused(), decision.compromises());
	}

	/** Whether somebody may contact the customer at this very moment. */
	@GetMapping("/now")
	Now now(@RequestParam UUID customerId, @RequestParam ContactPurpose purpose, @RequestParam ContactChannel channel) {
		ContactPermission permission = this.contacts.now(customerId, purpose, channel);
		return new Now(permission.isPermitted(), permission.at(), permission.refused(), permission.compromises(),
				permission.planned().slot().orElse(null));
	}

	/**
	 * The answer for this moment.
	 *
	 * @param refused every rule that forbids it
	 * @param compromises the wishes that it would not fulfil
	 * @param slot when a contact would be planned instead, null when never
	 */
	record Now(boolean permitted, Instant at, List<RefusedSlot> refused, List<RefusedSlot> compromises,
			@Nullable ContactSlot slot) {
	}

	/**
	 * The answer.
	 *
	 * @param slot null when there is no permitted time
	 * @param refused the times before it, with the rule that refused each
	 * @param compromises the wishes that the slot does not fulfil
	 */
	record ContactWindow(UUID customerId, ContactPurpose purpose, ContactChannel channel, Instant from,
			@Nullable ContactSlot slot, List<RefusedSlot> refused, List<RefusedSlot> compromises) {
	}

}
