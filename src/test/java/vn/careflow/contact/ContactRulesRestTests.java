package vn.careflow.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.careflow.contact.ContactRuleVersions.BufferVersion;
import vn.careflow.contact.ContactRuleVersions.QuotaVersion;
import vn.careflow.contact.ContactRuleVersions.WindowVersion;
import vn.careflow.testsupport.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static vn.careflow.testsupport.Time.instant;

@WebMvcTest({ ContactRulesController.class, ContactWishesController.class, UnplannedContactsController.class,
		AdvertisingRegisterController.class, ContactWindowsController.class })
@AutoConfigureMockMvc(addFilters = false)
@ActiveProfiles("test")
class ContactRulesRestTests {

	private static final String WINDOW = """
			{"code": "LEGAL_HOURS", "purpose": "ADVERTISING", "channel": "CALL", "strength": "PERMIT",
				"opensAt": "09:00", "closesAt": "16:00", "label": "Giờ gọi quảng cáo", "source": "Nghị định mới",
				"validFrom": "2026-12-01"}""";

	@RegisterExtension
	final Time time = Time.at("2026-11-23T12:00");

	private final UUID customerId = UUID.randomUUID();

	@MockitoBean
	ContactRuleVersions versions;

	@MockitoBean
	Contacts contacts;

	@MockitoBean
	RegisterImports imports;

	@MockitoBean
	AdvertisingRegister register;

	@Autowired
	MockMvcTester mvc;

	@Test
	void addsAVersionOfHoursInTheNameOfWhoeverIsSignedIn() {
		assertThat(post("/api/contact-rules/windows", WINDOW)).hasStatus(201).bodyJson().isLenientlyEqualTo("""
				{"code": "LEGAL_HOURS", "validity": {"validFrom": "2026-12-01", "repealed": false,
					"recordedBy": "mai.manager"}}""");

		ArgumentCaptor<WindowVersion> added = ArgumentCaptor.forClass(WindowVersion.class);
		then(this.versions).should().add(added.capture());
		assertThat(added.getValue().closesAt()).isEqualTo("16:00");
	}

	@Test
	void refusesHoursThatEndBeforeTheyBeginAndWordsThatAreMissing() {
		assertThat(post("/api/contact-rules/windows", WINDOW.replace("16:00", "08:00"))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("closesAt");
		assertThat(post("/api/contact-rules/windows", WINDOW.replace("09:00", "9 giờ"))).hasStatus(400);
		assertThat(post("/api/contact-rules/windows", WINDOW.replace("Nghị định mới", " "))).hasStatus(400);
		assertThat(post("/api/contact-rules/windows",
				WINDOW.replace("\"2026-12-01\"", "\"2026-12-01\", \"validTo\": \"2026-12-01\"")))
			.hasStatus(400);
		then(this.versions).shouldHaveNoInteractions();
	}

	@Test
	void addsQuotasAndBuffers() {
		assertThat(post("/api/contact-rules/quotas", """
				{"code": "HOUSE_WEEKLY", "purpose": "ADVERTISING", "channel": "CALL", "atMost": 2, "withinHours": 168,
					"label": "Số lần mỗi tuần", "source": "Quy định nội bộ", "validFrom": "2026-12-01"}"""))
			.hasStatus(201);
		assertThat(post("/api/contact-rules/buffers", """
				{"code": "BUFFER", "purpose": "SERVICE", "gapMinutes": 90, "label": "Khoảng nghỉ",
					"source": "Quy định nội bộ", "validFrom": "2026-12-01", "repealed": true}""")).hasStatus(201);

		then(this.versions).should().add(any(QuotaVersion.class));
		then(this.versions).should().add(any(BufferVersion.class));
	}

	@Test
	void showsAllVersions() {
		given(this.versions.all()).willReturn(new ContactRuleVersions.All(List.of(), List.of(),
				List.of(new BufferVersion("BUFFER", ContactPurpose.SERVICE, 60, new RuleVersion("Khoảng nghỉ",
						"Quy định nội bộ", LocalDate.of(2020, 10, 1), null, false, null, null)))));

		assertThat(this.mvc.get().uri("/api/contact-rules")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.buffers[0].validity.source")
			.isEqualTo("Quy định nội bộ");
	}

	@Test
	void answersWhetherSomebodyMayCallNow() {
		RefusedSlot refused = new RefusedSlot(this.time.now(), instant("2026-11-24T08:00"), "LEGAL_HOURS",
				"Giờ gọi quảng cáo", "Ngoài giờ.", "Nghị định 91/2020/NĐ-CP, Điều 13", true);
		given(this.contacts.now(this.customerId, ContactPurpose.ADVERTISING, ContactChannel.CALL))
			.willReturn(new ContactPermission(this.time.now(), List.of(refused), List.of(),
					new SlotDecision(Optional.empty(), List.of(), List.of())));

		assertThat(this.mvc.get()
			.uri("/api/contact-windows/now?customerId={id}&purpose=ADVERTISING&channel=CALL", this.customerId))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"permitted": false, "refused": [{"rule": "LEGAL_HOURS", "label": "Giờ gọi quảng cáo",
						"source": "Nghị định 91/2020/NĐ-CP, Điều 13", "binding": true}]}""");
	}

	@Test
	void tellsWhoMayNotCallNowWhichRuleForbidsIt() {
		RefusedSlot refused = new RefusedSlot(this.time.now(), null, "OPT_OUT", "Khách hàng từ chối",
				"Khách hàng đã từ chối quảng cáo.", null, true);
		willThrow(new ContactRefused(new ContactPermission(this.time.now(), List.of(refused), List.of(),
				new SlotDecision(Optional.empty(), List.of(), List.of()))))
			.given(this.contacts)
			.takeOn(any(), eq("mai.manager"));

		assertThat(post("/api/contacts", """
				{"customerId": "%s", "purpose": "ADVERTISING", "channel": "CALL"}""".formatted(this.customerId)))
			.hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"title": "Lúc này không được liên hệ khách hàng", "detail": "Khách hàng đã từ chối quảng cáo.",
						"refused": [{"rule": "OPT_OUT"}]}""");
	}

	@Test
	void keepsWishesOfACustomer() {
		UUID optOut = UUID.randomUUID();
		given(this.contacts.optOut(this.customerId, null, ContactChannel.CALL, "Khách nói", "mai.manager"))
			.willReturn(optOut);
		given(this.contacts.optOutsOf(this.customerId)).willReturn(
				List.of(new ContactWishes.KnownOptOut(optOut, new CustomerWishes.OptOut(null, ContactChannel.CALL),
						"Khách nói", "mai.manager", Instant.EPOCH, null)));

		assertThat(post("/api/contact-wishes/" + this.customerId + "/opt-outs", """
				{"channel": "CALL", "reason": " Khách nói "}""")).hasStatus(201)
			.bodyJson()
			.extractingPath("$.id")
			.isEqualTo(optOut.toString());
		assertThat(this.mvc.put()
			.uri("/api/contact-wishes/{id}/hours", this.customerId)
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"hours": [{"weekday": "MONDAY", "from": "15:00", "to": "14:00"}]}""")).hasStatus(400);
		assertThat(this.mvc.delete().uri("/api/contact-wishes/{id}/opt-outs/{optOut}", this.customerId, optOut))
			.hasStatus(400);
	}

	@Test
	void takesAFileOfTheRegister() {
		UUID importId = UUID.randomUUID();
		given(this.imports.read(any(), eq(RegisterImport.Change.ADD), eq(true), eq("mai.manager")))
			.willReturn(new RegisterImport(importId, RegisterImport.Change.ADD, true, RegisterImport.State.DONE, 2, 1,
					0, 1, this.time.now(), this.time.now()));

		assertThat(this.mvc.post()
			.uri("/api/advertising-register/imports?dryRun=true")
			.multipart()
			.file(new MockMultipartFile("file", "so.csv", "text/csv", "number\n0901234567\nx\n".getBytes()))
			.principal(() -> "mai.manager")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
					{"rows": 2, "changed": 1, "failed": 1, "dryRun": true}""");
	}

	private MvcTestResult post(String path, String body) {
		return this.mvc.post()
			.uri(path)
			.principal(() -> "mai.manager")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class MovableTime {

		@Bean
		Clock clock() {
			return Time.clock();
		}

	}

}
