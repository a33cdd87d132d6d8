package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contact;
import vn.careflow.contact.ContactSlot;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.RefusedSlot;

/**
 * Tells an agent why a contact takes place at this hour and not earlier: the times before
 * it with the rule that refused each, the wishes that it does not fulfil, and whether it
 * may take place at this very moment.
 */
@Component
class ContactReasons {

	/** What a person reads; a search over a long closure finds more. */
	private static final int MOST_LINES = 6;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm EEEE dd/MM",
			Locale.forLanguageTag("vi-VN"));

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm dd/MM");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final Contacts contacts;

	private final Clock clock;

	ContactReasons(Contacts contacts, Clock clock) {
		this.contacts = contacts;
		this.clock = clock;
	}

	/** As Markdown; empty for a contact that has no slot. */
	String whyThen(Contact contact) {
		ContactSlot slot = contact.slot();
		if (slot == null) {
			return "";
		}
		List<String> paragraphs = new ArrayList<>();
		paragraphs
			.add("**Vì sao %s?** Được phép đến %s.".formatted(MOMENT.format(slot.at().atZone(this.clock.getZone())),
					TIME.format(slot.dueAt().atZone(this.clock.getZone()))));
		paragraphs.add(contact.refused().isEmpty() ? "Đây là lúc sớm nhất, không quy định nào từ chối."
				: "Những lúc sớm hơn bị từ chối:\n\n" + lines(contact.refused()));
		if (!contact.compromises().isEmpty()) {
			paragraphs.add("Điều chưa được như ý (chờ thêm thì quá muộn): " + sentences(contact.compromises()));
		}
		paragraphs.add(now(contact));
		return String.join("\n\n", paragraphs);
	}

	private String now(Contact contact) {
		List<RefusedSlot> refused = this.contacts.refusalsNow(contact.id());
		return refused.isEmpty() ? "✓ Lúc này được phép liên hệ."
				: "⚠ **Lúc này không được liên hệ:** " + sentences(refused);
	}

	private String lines(List<RefusedSlot> refused) {
		String lines = refused.stream()
			.limit(MOST_LINES)
			.map((slot) -> "- %s: %s".formatted(stretch(slot), Markdown.plain(slot.reason())))
			.collect(Collectors.joining("\n"));
		return (refused.size() > MOST_LINES) ? lines + "\n- … và %d khoảng khác".formatted(refused.size() - MOST_LINES)
				: lines;
	}

	private String stretch(RefusedSlot slot) {
		ZonedDateTime from = slot.from().atZone(this.clock.getZone());
		Instant until = slot.until();
		if (until == null) {
			return "từ " + SHORT.format(from);
		}
		ZonedDateTime end = until.atZone(this.clock.getZone());
		boolean oneDay = from.toLocalDate().equals(end.toLocalDate());
		return "%s–%s".formatted((oneDay ? TIME : SHORT).format(from), SHORT.format(end));
	}

	private static String sentences(List<RefusedSlot> slots) {
		return slots.stream().map(RefusedSlot::reason).distinct().map(Markdown::plain).collect(Collectors.joining(" "));
	}

}
