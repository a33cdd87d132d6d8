package vn.careflow.contact;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static vn.careflow.testsupport.Time.instant;

@WebMvcTest(ContactWindowsController.class)
@AutoConfigureMockMvc(addFilters = false)
@ActiveProfiles("test")
class ContactWindowsControllerTests {

	@RegisterExtension
	final Time time = Time.at("2026-11-23T12:00");

	private final UUID customerId = UUID.randomUUID();

	@MockitoBean
	Contacts contacts;

	@Autowired
	MockMvcTester mvc;

	@Test
	void showsTheSlotAndWhatRefusedTheTimesBefore() {
		given(this.contacts.preview(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.CALL,
				instant("2026-11-23T12:10")))
			.willReturn(new SlotDecision(
					Optional.of(new ContactSlot(instant("2026-11-23T13:30"), instant("2026-11-23T17:00"),
							instant("2026-11-23T14:00"))),
					List.of(new RefusedSlot(instant("2026-11-23T12:10"), instant("2026-11-23T13:30"), "LUNCH",
							"Giờ nghỉ trưa", "Tránh giờ nghỉ trưa.", "Quy định nội bộ", false)),
					List.of()));

		assertThat(this.mvc.get()
			.uri("/api/contact-windows?customerId={id}&purpose=ADVERTISING&channel=CALL&from={from}", this.customerId,
					"2026-11-23T12:10:00+07:00"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"purpose": "ADVERTISING", "channel": "CALL", "from": "2026-11-23T05:10:00Z",
						"slot": {"at": "2026-11-23T06:30:00Z", "dueAt": "2026-11-23T10:00:00Z"},
						"refused": [{"from": "2026-11-23T05:10:00Z", "until": "2026-11-23T06:30:00Z", "rule": "LUNCH",
							"label": "Giờ nghỉ trưa", "reason": "Tránh giờ nghỉ trưa.", "source": "Quy định nội bộ",
							"binding": false}], "compromises": []}""");
	}

	@Test
	void asksForThePresentWhenNoTimeIsGiven() {
		given(this.contacts.preview(this.customerId, ContactPurpose.REPLY, ContactChannel.ZALO, this.time.now()))
			.willReturn(new SlotDecision(Optional.empty(), List.of(), List.of()));

		assertThat(
				this.mvc.get().uri("/api/contact-windows?customerId={id}&purpose=REPLY&channel=ZALO", this.customerId))
			.hasStatusOk()
			.bodyJson()
			.doesNotHavePath("$.slot");
	}

	@Test
	void refusesAnUnknownPurpose() {
		assertThat(
				this.mvc.get().uri("/api/contact-windows?customerId={id}&purpose=CHAT&channel=CALL", this.customerId))
			.hasStatus(400);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class MovableTime {

		@Bean
		Clock clock() {
			return Time.clock();
		}

	}

}
