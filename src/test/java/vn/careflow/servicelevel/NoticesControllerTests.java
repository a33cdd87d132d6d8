package vn.careflow.servicelevel;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static vn.careflow.testsupport.Time.instant;

@WebMvcTest(NoticesController.class)
@AutoConfigureMockMvc(addFilters = false)
@ActiveProfiles("test")
class NoticesControllerTests {

	private final UUID noticeId = UUID.randomUUID();

	@MockitoBean
	Notices notices;

	@Autowired
	MockMvcTester mvc;

	@Test
	void showsWhatTheCallerHasNotRead() {
		given(this.notices.page("lan.nguyen", true, 0, 20)).willReturn(List.of(new Notice(this.noticeId,
				UUID.randomUUID(), "NEAR", "Sắp đến hạn.", instant("2026-11-23T09:00"), null)));
		given(this.notices.count("lan.nguyen", true)).willReturn(1L);

		assertThat(this.mvc.get().uri("/api/notices").principal(() -> "lan.nguyen")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"rung": "NEAR", "text": "Sắp đến hạn.", "at": "2026-11-23T02:00:00Z"}],
						"page": 0, "size": 20, "total": 1}""");
	}

	@Test
	void refusesAPageThatIsTooLarge() {
		assertThat(this.mvc.get().uri("/api/notices?size=201").principal(() -> "lan.nguyen")).hasStatus(400);
	}

	@Test
	void marksTheCallersNoticeReadAndNobodyElses() {
		given(this.notices.markRead(this.noticeId, "lan.nguyen")).willReturn(true);

		assertThat(this.mvc.put().uri("/api/notices/{id}/read", this.noticeId).principal(() -> "lan.nguyen"))
			.hasStatus(204);
		assertThat(this.mvc.put().uri("/api/notices/{id}/read", this.noticeId).principal(() -> "minh.tran"))
			.hasStatus(404);
	}

}
