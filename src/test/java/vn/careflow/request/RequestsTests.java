package vn.careflow.request;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DataJdbcTest
@OnH2
@WithCustomers
@Import({ Requests.class, RequestNumbers.class })
@RecordApplicationEvents
class RequestsTests {

	private static final Instant NOW = Time.instant("2025-03-03T09:30");

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:30");

	@Autowired
	private Requests requests;

	@Autowired
	private RequestRepository repository;

	@Autowired
	private Customers customers;

	@Autowired
	private ApplicationEvents events;

	private UUID customerId;

	@BeforeEach
	void aCustomer() {
		CustomerProfile profile = CustomerProfile.person("Nguyễn Thị Ánh").build();
		this.customerId = this.customers.register(NewCustomer.from("web", null, profile)).customer().id();
	}

	@Test
	void keepsEverythingThatWasAsked() {
		UUID orderId = UUID.randomUUID();
		NewRequest asked = complaint().from("webshop", "W-1")
			.about("CAP-QUANG-100", orderId)
			.graded(Level.HIGH, Level.LOW);

		Request kept = this.requests.get(this.requests.register(asked).id());

		assertThat(kept.number()).matches("YC\\d{6}");
		assertThat(kept.customerId()).isEqualTo(this.customerId);
		assertThat(kept.kind()).isEqualTo(RequestKind.COMPLAINT);
		assertThat(kept.subject()).isEqualTo("Cước tính sai");
		assertThat(kept.description()).isEqualTo("Tháng 2 bị tính hai lần");
		assertThat(kept.channel()).isEqualTo(RequestChannel.WEB);
		assertThat(kept.product()).isEqualTo("CAP-QUANG-100");
		assertThat(kept.orderId()).isEqualTo(orderId);
		assertThat(kept.impact()).isEqualTo(Level.HIGH);
		assertThat(kept.urgency()).isEqualTo(Level.LOW);
		assertThat(kept.source()).isEqualTo("webshop");
		assertThat(kept.externalId()).isEqualTo("W-1");
		assertThat(kept.status()).isEqualTo(RequestStatus.NEW);
		assertThat(kept.receivedAt()).isEqualTo(NOW);
		assertThat(kept.cycle()).isEqualTo(ResolutionCycle.first(NOW));
	}

	@Test
	void takesTheSameExternalIdInOnceAndTellsOfItOnce() {
		Request first = this.requests.receive(complaint().from("webshop", "W-1"));

		Request second = this.requests.receive(complaint().from("webshop", "W-1"));

		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.events.stream(RequestReceived.class))
			.containsExactly(new RequestReceived(first.id(), this.customerId));
		assertThat(this.events.stream(RequestRegistered.class)).hasSize(1);
	}

	@Test
	void takesTheSameIdInOnce() {
		UUID id = UUID.randomUUID();
		this.requests.receive(complaint().withId(id));

		this.requests.register(complaint().withId(id));

		assertThat(this.repository.count()).isEqualTo(1);
		assertThat(this.events.stream(RequestRegistered.class)).hasSize(1);
	}

	@Test
	void keepsWordsOnEveryDatabaseWhateverStandsBetweenThem() {
		NewRequest asked = NewRequest.of(this.customerId, RequestKind.SUPPORT, "Máy\0 lỗi", "Mất mạng 😀\0",
				RequestChannel.ZALO);

		Request kept = this.requests.get(this.requests.register(asked).id());

		assertThat(kept.subject()).isEqualTo("Máy lỗi");
		assertThat(kept.description()).isEqualTo("Mất mạng 😀");
	}

	@Test
	void sameExternalIdOfAnotherSourceIsAnotherRequest() {
		Request ofShop = this.requests.receive(complaint().from("webshop", "W-1"));

		Request ofCentre = this.requests.receive(complaint().from("call-centre", "W-1"));

		assertThat(ofCentre.id()).isNotEqualTo(ofShop.id());
		assertThat(ofCentre.number()).isNotEqualTo(ofShop.number());
	}

	@Test
	void letsTheDatabaseRefuseTheSecondOfTwoThatCameAtOnce() {
		this.requests.register(complaint().from("webshop", "W-1"));
		Request sameTime = Request.registered(complaint().from("webshop", "W-1"), "YC999999", NOW);

		assertThatExceptionOfType(DbActionExecutionException.class).isThrownBy(() -> this.repository.save(sameTime))
			.withCauseInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void registeringTellsNobodyToHandleIt() {
		this.requests.register(complaint());

		assertThat(this.events.stream(RequestReceived.class)).isEmpty();
	}

	@Test
	void findsByNumberAndByIdWhateverWasWritten() {
		Request request = this.requests.register(complaint());

		assertThat(this.requests.findByReference(" " + request.number().toLowerCase() + " ")).map(Request::id)
			.hasValue(request.id());
		assertThat(this.requests.findByReference(request.id().toString())).map(Request::id).hasValue(request.id());
		assertThat(this.requests.findByReference("không có")).isEmpty();
	}

	@Test
	void goesFromReceiptToClosingAndTellsOfItOnce() {
		UUID id = closed();
		this.requests.close(id);

		Request request = this.requests.get(id);
		assertThat(request.status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(request.priority()).isEqualTo(Priority.HIGH);
		assertThat(request.cycle())
			.isEqualTo(new ResolutionCycle(1, NOW, null, NOW, NOW, NOW, "Đã hoàn tiền", RootCause.TECHNOLOGY_AND_DATA));
		assertThat(this.requests.answersOf(id)).extracting(RequestAnswer::body)
			.containsExactly("Chúng tôi đang kiểm tra");
		assertThat(this.events.stream(RequestClosed.class))
			.containsExactly(new RequestClosed(id, this.customerId, RequestKind.COMPLAINT));
	}

	@Test
	void keepsTheSameAnswerOnce() {
		UUID id = this.requests.register(complaint()).id();
		this.requests.recordAnswer(id, "lan.nguyen", "Chúng tôi đang kiểm tra", NOW);

		this.requests.recordAnswer(id, "lan.nguyen", "Chúng tôi đang kiểm tra", NOW);

		assertThat(this.requests.answersOf(id)).hasSize(1);
	}

	@Test
	void reopeningAClosedRequestFreezesItsCycleAndTellsOfIt() {
		UUID id = closed();

		this.requests.reopen(id, "Vẫn bị tính sai");

		assertThat(this.requests.cyclesOf(id)).containsExactly(
				new ResolutionCycle(1, NOW, null, NOW, NOW, NOW, "Đã hoàn tiền", RootCause.TECHNOLOGY_AND_DATA),
				new ResolutionCycle(2, NOW, "Vẫn bị tính sai", null, null, null, null, null));
		assertThat(this.events.stream(RequestReopened.class)).containsExactly(new RequestReopened(id, this.customerId));
	}

	@Test
	void reopeningAResolvedRequestTellsNobodyBecauseItsWorkGoesOn() {
		UUID id = resolved();

		this.requests.reopen(id, "Khách chưa hài lòng");

		assertThat(this.requests.cyclesOf(id)).hasSize(2);
		assertThat(this.events.stream(RequestReopened.class)).isEmpty();
	}

	@Test
	void withdrawingTellsOnceAndKeepsTheReason() {
		UUID id = this.requests.register(complaint()).id();

		this.requests.withdraw(id, "Khách tự xử lý được");
		this.requests.withdraw(id, "Khách tự xử lý được");

		assertThat(this.requests.get(id).statusReason()).isEqualTo("Khách tự xử lý được");
		assertThat(this.events.stream(RequestWithdrawn.class)).hasSize(1);
	}

	@Test
	void rejectingAndMergingEndARequestAndTellOfIt() {
		UUID rejected = this.requests.register(complaint()).id();
		UUID duplicate = this.requests.register(complaint()).id();
		UUID survivor = this.requests.register(complaint()).id();

		this.requests.reject(rejected, "Không phải khách của chúng tôi");
		this.requests.mergeInto(duplicate, survivor);

		assertThat(this.requests.get(duplicate).survivorId()).isEqualTo(survivor);
		assertThat(this.requests.openOf(this.customerId)).extracting(Request::id).containsExactly(survivor);
		assertThat(this.events.stream(RequestRejected.class)).hasSize(1);
		assertThat(this.events.stream(RequestMerged.class)).hasSize(1);
	}

	@Test
	void aComplaintIsOpenUntilItIsClosed() {
		UUID id = resolved();
		assertThat(this.requests.hasOpenComplaint(this.customerId)).isTrue();

		this.requests.close(id);

		assertThat(this.requests.hasOpenComplaint(this.customerId)).isFalse();
		assertThat(this.requests.hasOpenComplaint(UUID.randomUUID())).isFalse();
	}

	@Test
	void anOpenSupportRequestIsNoOpenComplaint() {
		this.requests.register(
				NewRequest.of(this.customerId, RequestKind.SUPPORT, "Cài đặt", "Cần hướng dẫn", RequestChannel.PHONE));

		assertThat(this.requests.hasOpenComplaint(this.customerId)).isFalse();
		assertThat(this.requests.openOf(this.customerId)).hasSize(1);
	}

	@Test
	void pagesThroughWhatFitsTheFilter() {
		UUID withdrawn = this.requests.register(complaint()).id();
		this.requests.withdraw(withdrawn, "Khách đổi ý");
		for (int i = 0; i < 3; i++) {
			this.requests.register(complaint());
		}
		RequestFilter open = new RequestFilter(Set.of(RequestStatus.NEW), RequestKind.COMPLAINT, this.customerId, null);

		Page<Request> page = this.requests.page(open, PageRequest.of(1, 2));

		assertThat(page.getTotalElements()).isEqualTo(3);
		assertThat(page.getContent()).hasSize(1);
		assertThat(page.getContent().get(0).id()).isNotEqualTo(withdrawn);
	}

	@Test
	void listsEverythingWhereNothingNarrows() {
		this.requests.register(complaint());

		Page<Request> page = this.requests.page(new RequestFilter(Set.of(), null, null, null), PageRequest.of(0, 20));

		assertThat(page.getContent()).hasSize(1);
	}

	@Test
	void namesTheRequestThatDoesNotExist() {
		UUID nobody = UUID.randomUUID();

		assertThatExceptionOfType(UnknownRequest.class).isThrownBy(() -> this.requests.get(nobody))
			.satisfies((unknown) -> assertThat(unknown.getBody().getDetail()).contains(nobody.toString()));
	}

	@Test
	void refusesNonsense() {
		UUID id = this.requests.register(complaint()).id();

		assertThatIllegalArgumentException().isThrownBy(() -> this.requests.withdraw(id, " "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NewRequest.of(this.customerId, RequestKind.SUPPORT, "", "Mô tả", RequestChannel.WEB));
		assertThatIllegalArgumentException().isThrownBy(() -> NewRequest.of(this.customerId, RequestKind.SUPPORT,
				"x".repeat(201), "Mô tả", RequestChannel.WEB));
	}

	private UUID closed() {
		UUID id = resolved();
		this.requests.close(id);
		return id;
	}

	private UUID resolved() {
		UUID id = this.requests.register(complaint()).id();
		this.requests.prioritise(id, Priority.HIGH, "Theo bảng ưu tiên");
		this.requests.assignTo(id, "lan.nguyen");
		this.requests.recordAnswer(id, "lan.nguyen", "Chúng tôi đang kiểm tra", NOW);
		this.requests.waitForThirdParty(id);
		this.requests.resume(id);
		this.requests.waitForCustomer(id);
		this.requests.resume(id);
		this.requests.resolve(id, "Đã hoàn tiền", RootCause.TECHNOLOGY_AND_DATA);
		return id;
	}

	private NewRequest complaint() {
		return NewRequest.of(this.customerId, RequestKind.COMPLAINT, "Cước tính sai", "Tháng 2 bị tính hai lần",
				RequestChannel.WEB);
	}

}
