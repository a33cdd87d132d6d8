package vn.careflow.contact;

import java.security.Principal;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.calendar.TimeRange;
import vn.careflow.contact.ContactRuleVersions.BufferVersion;
import vn.careflow.contact.ContactRuleVersions.QuotaVersion;
import vn.careflow.contact.ContactRuleVersions.WindowVersion;

/**
 * Shows the rules about contacts with all their versions, and adds new ones.
 */
@RestController
@RequestMapping("/api/contact-rules")
@Tag(name = "Quy định liên hệ khách hàng")
class ContactRulesController {

	private final ContactRuleVersions versions;

	ContactRulesController(ContactRuleVersions versions) {
		this.versions = versions;
	}

	@GetMapping
	@Operation(summary = "Mọi phiên bản của mọi quy định, có nguồn và ngày hiệu lực")
	ContactRuleVersions.All all() {
		return this.versions.all();
	}

	@PostMapping("/windows")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Thêm phiên bản khung giờ; có hiệu lực ngay, lịch đã hẹn được xét lại")
	WindowVersion addWindow(@Valid @RequestBody WindowPayload payload, @Nullable Principal principal) {
		WindowVersion version = payload.version(principal);
		this.versions.add(version);
		return version;
	}

	@PostMapping("/quotas")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Thêm phiên bản giới hạn số lần liên hệ")
	QuotaVersion addQuota(@Valid @RequestBody QuotaPayload payload, @Nullable Principal principal) {
		QuotaVersion version = new QuotaVersion(payload.code(), payload.purpose(), payload.channel(), payload.atMost(),
				payload.withinHours(), validity(payload.label(), payload.source(), payload.validFrom(),
						payload.validTo(), payload.repealed(), principal));
		this.versions.add(version);
		return version;
	}

	@PostMapping("/buffers")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Thêm phiên bản khoảng nghỉ giữa hai lần liên hệ")
	BufferVersion addBuffer(@Valid @RequestBody BufferPayload payload, @Nullable Principal principal) {
		BufferVersion version = new BufferVersion(payload.code(), payload.purpose(), payload.gapMinutes(),
				validity(payload.label(), payload.source(), payload.validFrom(), payload.validTo(), payload.repealed(),
						principal));
		this.versions.add(version);
		return version;
	}

	private static RuleVersion validity(String label, String source, LocalDate from, @Nullable LocalDate to,
			@Nullable Boolean repealed, @Nullable Principal principal) {
		if (to != null && !from.isBefore(to)) {
			throw new FieldRefused("validTo", "Ngày kết thúc phải sau ngày bắt đầu.");
		}
		return new RuleVersion(label.strip(), source.strip(), from, to, Boolean.TRUE.equals(repealed),
				(principal != null) ? principal.getName() : null, null);
	}

	/**
	 * Hours of the customer's day.
	 *
	 * @param strength PERMIT binds, AVOID is weighed
	 * @param worthMinutes how long a contact waits rather than break it, for AVOID
	 * @param validFrom from today at the earliest
	 * @param repealed true to end the rule from that day
	 */
	record WindowPayload(
			@NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}",
					message = "Mã gồm chữ hoa, số và gạch dưới, tối đa 60 ký tự.") String code,
			@NotNull ContactPurpose purpose, @NotNull ContactChannel channel, WindowRule.@NotNull Strength strength,
			@NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "Giờ viết như 08:00.") String opensAt,
			@NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00",
					message = "Giờ viết như 17:30, cuối ngày là 24:00.") String closesAt,
			@Min(0) @Max(14_400) @Nullable Integer worthMinutes, @NotBlank @Size(max = 200) String label,
			@NotBlank @Size(max = 300) String source, @NotNull LocalDate validFrom, @Nullable LocalDate validTo,
			@Nullable Boolean repealed) {

		WindowVersion version(@Nullable Principal principal) {
			try {
				TimeRange.of(this.opensAt, this.closesAt);
			}
			catch (IllegalArgumentException ex) {
				throw new FieldRefused("closesAt", "Giờ kết thúc phải sau giờ bắt đầu trong cùng một ngày.");
			}
			return new WindowVersion(this.code, this.purpose, this.channel, this.strength, this.opensAt, this.closesAt,
					(this.worthMinutes != null) ? this.worthMinutes : 0,
					validity(this.label, this.source, this.validFrom, this.validTo, this.repealed, principal));
		}

	}

	/**
	 * At most so many contacts to one number within so many hours.
	 */
	record QuotaPayload(
			@NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}",
					message = "Mã gồm chữ hoa, số và gạch dưới, tối đa 60 ký tự.") String code,
			@NotNull ContactPurpose purpose, @NotNull ContactChannel channel,
			@NotNull @Min(1) @Max(1000) Integer atMost, @NotNull @Min(1) @Max(2160) Integer withinHours,
			@NotBlank @Size(max = 200) String label, @NotBlank @Size(max = 300) String source,
			@NotNull LocalDate validFrom, @Nullable LocalDate validTo, @Nullable Boolean repealed) {
	}

	/**
	 * So much time between a contact for a purpose and any other with the same customer.
	 */
	record BufferPayload(
			@NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}",
					message = "Mã gồm chữ hoa, số và gạch dưới, tối đa 60 ký tự.") String code,
			@NotNull ContactPurpose purpose, @NotNull @Min(1) @Max(43_200) Integer gapMinutes,
			@NotBlank @Size(max = 200) String label, @NotBlank @Size(max = 300) String source,
			@NotNull LocalDate validFrom, @Nullable LocalDate validTo, @Nullable Boolean repealed) {
	}

}
