package vn.careflow.contact;

import java.security.Principal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a customer refuses by purpose and channel, and which hours they prefer by channel
 * and day.
 */
@RestController
@RequestMapping("/api/contact-wishes/{customerId}")
@Tag(name = "Mong muốn của khách hàng về liên hệ")
class ContactWishesController {

	private final Contacts contacts;

	ContactWishesController(Contacts contacts) {
		this.contacts = contacts;
	}

	@GetMapping
	@Operation(summary = "Điều khách từ chối và giờ khách muốn")
	Wishes show(@PathVariable UUID customerId) {
		return new Wishes(this.contacts.optOutsOf(customerId).stream().map(OptOutView::of).toList(),
				this.contacts.preferredHoursOf(customerId)
					.stream()
					.map((hours) -> new Hours(hours.channel(), hours.weekday(), hours.from(), hours.to()))
					.toList());
	}

	@PostMapping("/opt-outs")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Khách từ chối một mục đích, một kênh hoặc cả hai; lịch đã hẹn được xét lại ngay")
	OptOutView optOut(@PathVariable UUID customerId, @Valid @RequestBody OptOutPayload payload,
			@Nullable Principal principal) {
		UUID id = this.contacts.optOut(customerId, payload.purpose(), payload.channel(), payload.reason().strip(),
				(principal != null) ? principal.getName() : null);
		return this.contacts.optOutsOf(customerId)
			.stream()
			.filter((optOut) -> optOut.id().equals(id))
			.map(OptOutView::of)
			.findFirst()
			.orElseThrow();
	}

	@DeleteMapping("/opt-outs/{optOutId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Khách rút lại lời từ chối; lịch sử vẫn được giữ")
	void withdraw(@PathVariable UUID customerId, @PathVariable UUID optOutId) {
		if (!this.contacts.withdrawOptOut(customerId, optOutId)) {
			throw new FieldRefused("optOutId", "Không có lời từ chối này, hoặc khách đã rút lại.");
		}
	}

	@PutMapping("/hours")
	@Operation(summary = "Thay giờ khách muốn được liên hệ, theo kênh và ngày trong tuần")
	Wishes prefer(@PathVariable UUID customerId, @Valid @RequestBody HoursPayload payload) {
		this.contacts.prefer(customerId, payload.hours().stream().map(Hours::checked).toList());
		return show(customerId);
	}

	/**
	 * All wishes.
	 */
	record Wishes(List<OptOutView> optOuts, List<Hours> hours) {
	}

	/**
	 * A customer's no.
	 */
	record OptOutView(UUID id, @Nullable ContactPurpose purpose, @Nullable ContactChannel channel, String reason,
			@Nullable String recordedBy, Instant since, @Nullable Instant withdrawnAt) {

		static OptOutView of(ContactWishes.KnownOptOut known) {
			return new OptOutView(known.id(), known.optOut().purpose(), known.optOut().channel(), known.reason(),
					known.recordedBy(), known.since(), known.withdrawnAt());
		}

	}

	/**
	 * A no to be recorded.
	 *
	 * @param purpose to what, everything where left out
	 * @param channel by which channel, all where left out
	 * @param reason how it came
	 */
	record OptOutPayload(@Nullable ContactPurpose purpose, @Nullable ContactChannel channel,
			@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * All preferred hours; none takes back those there are.
	 */
	record HoursPayload(@NotNull @Size(max = 50) List<@Valid Hours> hours) {
	}

	/**
	 * Preferred hours.
	 *
	 * @param channel any where left out
	 * @param weekday every day where left out
	 */
	record Hours(@Nullable ContactChannel channel, @Nullable DayOfWeek weekday, @NotNull LocalTime from,
			@NotNull LocalTime to) {

		PreferredHours checked() {
			if (!this.from.isBefore(this.to)) {
				throw new FieldRefused("to", "Giờ kết thúc phải sau giờ bắt đầu.");
			}
			return new PreferredHours(this.channel, this.weekday, this.from, this.to);
		}

	}

}
