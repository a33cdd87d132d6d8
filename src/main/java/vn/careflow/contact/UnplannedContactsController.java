package vn.careflow.contact;

import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Contacts that nobody planned: an agent takes one on at this moment, where the rules
 * permit it, and says afterwards what came of it.
 */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "Liên hệ ngoài kế hoạch")
class UnplannedContactsController {

	private final Contacts contacts;

	UnplannedContactsController(Contacts contacts) {
		this.contacts = contacts;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Giữ lượt liên hệ ngay bây giờ; bị từ chối thì nêu quy định và giờ sớm nhất")
	Taken takeOn(@Valid @RequestBody ContactPayload payload, Principal me) {
		Contact contact = this.contacts.takeOn(new NewContact((payload.id() != null) ? payload.id() : UUID.randomUUID(),
				payload.customerId(), null, payload.purpose(), payload.channel(), ContactReason.AD_HOC), me.getName());
		return new Taken(contact.id(), contact.slotAt(), contact.dueAt());
	}

	@PostMapping("/{contactId}/outcome")
	@Operation(summary = "Ghi kết quả của lượt đã giữ")
	Recorded record(@PathVariable UUID contactId, @Valid @RequestBody OutcomePayload payload, Principal me) {
		return new Recorded(contactId,
				this.contacts.recordTaken(contactId, payload.outcome(), me.getName(), payload.note()));
	}

	/**
	 * Whom to contact now, how and what for.
	 *
	 * @param id chosen by the caller, so that asking twice takes one contact on
	 */
	record ContactPayload(@Nullable UUID id, @NotNull UUID customerId, @NotNull ContactPurpose purpose,
			@NotNull ContactChannel channel) {
	}

	/**
	 * The contact is yours.
	 *
	 * @param until it must have been made by then
	 */
	record Taken(UUID id, @Nullable Instant at, @Nullable Instant until) {
	}

	/**
	 * What came of it.
	 */
	record OutcomePayload(@NotNull ContactOutcome outcome, @Nullable @Size(max = 2000) String note) {
	}

	/**
	 * It is on record.
	 */
	record Recorded(UUID id, ContactOutcome outcome) {
	}

}
