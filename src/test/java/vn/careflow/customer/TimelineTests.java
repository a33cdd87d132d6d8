package vn.careflow.customer;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.careflow.testsupport.OnH2;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerSlice
@OnH2
class TimelineTests {

	@Autowired
	Timeline timeline;

	@Autowired
	Customers customers;

	UUID customerId;

	@BeforeEach
	void oneCustomer() {
		this.customerId = this.customers
			.register(NewCustomer.from("web", null, CustomerProfile.person("Nguyễn An").build()))
			.customer()
			.id();
	}

	@Test
	void showsTheNewestFirstPageByPage() {
		IntStream.range(0, 5).forEach((i) -> this.timeline.record(entry(i)));

		assertThat(this.timeline.latest(this.customerId, 2)).extracting(TimelineEntry::summary)
			.containsExactly("Dòng 4", "Dòng 3");
		assertThat(this.timeline.page(this.customerId, 2, 2).items()).extracting(TimelineEntry::summary)
			.containsExactly("Dòng 0");
		assertThat(this.timeline.page(this.customerId, 2, 2).total()).isEqualTo(5);
	}

	@Test
	void keepsAnEntryWholeAndOnce() {
		TimelineEntry entry = entry(1).withDetail("Khách cần báo giá trước thứ Sáu")
			.about(UUID.randomUUID())
			.by("lan.nguyen");

		this.timeline.record(entry);
		this.timeline.record(entry);

		assertThat(this.timeline.latest(this.customerId, 10)).containsExactly(entry);
	}

	@Test
	void cutsWhatIsLongerThanALine() {
		this.timeline.record(TimelineEntry.of(this.customerId, TimelineKind.NOTE, Instant.EPOCH, "x".repeat(600)));

		assertThat(this.timeline.latest(this.customerId, 1).get(0).summary()).hasSize(500).endsWith("x…");
	}

	private TimelineEntry entry(int minute) {
		return TimelineEntry.of(this.customerId, TimelineKind.CONTACT,
				Instant.parse("2025-03-03T02:00:00Z").plusSeconds(minute * 60L), "Dòng " + minute);
	}

}
