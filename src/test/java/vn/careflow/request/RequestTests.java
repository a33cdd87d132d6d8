package vn.careflow.request;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestTests {

	private static final Instant NOW = Instant.parse("2025-03-03T02:30:00Z");

	private static final Instant LATER = NOW.plusSeconds(3600);

	private static final Map<RequestStatus, Consumer<Request>> WAYS = new EnumMap<>(RequestStatus.class);

	static {
		WAYS.put(RequestStatus.NEW, (request) -> {
		});
		WAYS.put(RequestStatus.ASSIGNED, (request) -> request.assignTo("lan.nguyen"));
		WAYS.put(RequestStatus.IN_PROGRESS, (request) -> request.answered("lan.nguyen", NOW));
		WAYS.put(RequestStatus.WAITING_FOR_CUSTOMER, after(RequestStatus.IN_PROGRESS, Request::waitForCustomer));
		WAYS.put(RequestStatus.WAITING_FOR_THIRD_PARTY, after(RequestStatus.IN_PROGRESS, Request::waitForThirdParty));
		WAYS.put(RequestStatus.RESOLVED,
				after(RequestStatus.IN_PROGRESS, (request) -> request.resolve("Đã thay SIM", RootCause.PROCESS, NOW)));
		WAYS.put(RequestStatus.CLOSED, after(RequestStatus.RESOLVED, (request) -> request.close(NOW)));
		WAYS.put(RequestStatus.REJECTED, (request) -> request.reject("Ngoài phạm vi"));
		WAYS.put(RequestStatus.WITHDRAWN, (request) -> request.withdraw("Khách tự xử lý được"));
		WAYS.put(RequestStatus.DUPLICATE, (request) -> request.mergeInto(aRequest(RequestKind.SUPPORT)));
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void waitsForTheCustomerOnlyWhileInProgress(RequestStatus status) {
		assertAllowedOnlyFrom(status, EnumSet.of(RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER),
				Request::waitForCustomer);
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void waitsForAThirdPartyOnlyWhileInProgress(RequestStatus status) {
		assertAllowedOnlyFrom(status, EnumSet.of(RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_THIRD_PARTY),
				Request::waitForThirdParty);
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void resumesWhatWaitsOrIsAssigned(RequestStatus status) {
		assertAllowedOnlyFrom(status, EnumSet.of(RequestStatus.ASSIGNED, RequestStatus.IN_PROGRESS,
				RequestStatus.WAITING_FOR_CUSTOMER, RequestStatus.WAITING_FOR_THIRD_PARTY), Request::resume);
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void resolvesOnlyWhatIsInProgress(RequestStatus status) {
		assertAllowedOnlyFrom(status, EnumSet.of(RequestStatus.IN_PROGRESS, RequestStatus.RESOLVED),
				(request) -> request.resolve("Đã hướng dẫn", RootCause.CHANNEL, LATER));
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void closesOnlyWhatIsResolved(RequestStatus status) {
		assertAllowedOnlyFrom(status, EnumSet.of(RequestStatus.RESOLVED, RequestStatus.CLOSED),
				(request) -> request.close(LATER));
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void reopensOnlyWhatIsResolvedOrClosed(RequestStatus status) {
		assertAllowedOnlyFrom(status, EnumSet.of(RequestStatus.RESOLVED, RequestStatus.CLOSED),
				(request) -> request.reopen("Vẫn chưa dùng được", LATER));
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void isWithdrawnOnlyBeforeItIsResolved(RequestStatus status) {
		Set<RequestStatus> unresolved = EnumSet.range(RequestStatus.NEW, RequestStatus.WAITING_FOR_THIRD_PARTY);
		unresolved.add(RequestStatus.WITHDRAWN);
		assertAllowedOnlyFrom(status, unresolved, (request) -> request.withdraw("Khách đổi ý"));
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void isAssignedAnsweredAndPrioritisedOnlyWhileOpen(RequestStatus status) {
		Set<RequestStatus> open = EnumSet.range(RequestStatus.NEW, RequestStatus.RESOLVED);
		assertAllowedOnlyFrom(status, open, (request) -> request.assignTo("minh.tran"));
		assertAllowedOnlyFrom(status, open, (request) -> request.answered("minh.tran", LATER));
		assertAllowedOnlyFrom(status, open, (request) -> request.prioritise(Priority.URGENT, "Khách lớn"));
	}

	@Test
	void refusesToCloseAComplaintWithoutAnAnswer() {
		Request complaint = aRequest(RequestKind.COMPLAINT);
		complaint.assignTo("lan.nguyen");
		complaint.resume();
		complaint.resolve("Đã kiểm tra", RootCause.PROCESS, NOW);

		assertThatExceptionOfType(RequestMoveRefused.class).isThrownBy(() -> complaint.close(NOW))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail()).contains("chưa có câu trả lời"));
		assertThat(complaint.status()).isEqualTo(RequestStatus.RESOLVED);
	}

	@Test
	void refusesToCloseAReopenedComplaintOnTheAnswerOfItsOldCycle() {
		Request complaint = a(RequestStatus.CLOSED, RequestKind.COMPLAINT);
		complaint.reopen("Khách chưa đồng ý", LATER);
		complaint.assignTo("lan.nguyen");
		complaint.resume();
		complaint.resolve("Giữ nguyên kết luận", RootCause.CUSTOMER_EXPECTATION, LATER);

		assertThatExceptionOfType(RequestMoveRefused.class).isThrownBy(() -> complaint.close(LATER));
	}

	@Test
	void closesASupportRequestThatNeededNoAnswer() {
		Request support = aRequest(RequestKind.SUPPORT);
		support.assignTo("lan.nguyen");
		support.resume();
		support.resolve("Khách tự làm được", RootCause.CUSTOMER_EXPECTATION, NOW);

		assertThat(support.close(NOW)).isTrue();
	}

	@Test
	void answeringTakesARequestThatNobodyHolds() {
		Request request = aRequest(RequestKind.SUPPORT);

		request.answered("lan.nguyen", NOW);

		assertThat(request.agentId()).isEqualTo("lan.nguyen");
		assertThat(request.status()).isEqualTo(RequestStatus.IN_PROGRESS);
		assertThat(request.firstAnsweredAt()).isEqualTo(NOW);
	}

	@Test
	void keepsTheMomentOfTheFirstAnswer() {
		Request request = aRequest(RequestKind.SUPPORT);
		request.answered("lan.nguyen", NOW);

		request.answered("lan.nguyen", LATER);

		assertThat(request.firstAnsweredAt()).isEqualTo(NOW);
		assertThat(request.cycle().answeredAt()).isEqualTo(NOW);
	}

	@Test
	void reassignmentLeavesTheWorkWhereItStands() {
		Request request = a(RequestStatus.WAITING_FOR_CUSTOMER, RequestKind.SUPPORT);

		request.assignTo("minh.tran");

		assertThat(request.status()).isEqualTo(RequestStatus.WAITING_FOR_CUSTOMER);
		assertThat(request.agentId()).isEqualTo("minh.tran");
	}

	@Test
	void reopeningBeginsACycleAndHandsOutTheEndedOneUnchanged() {
		Request request = a(RequestStatus.CLOSED, RequestKind.SUPPORT);

		ResolutionCycle ended = request.reopen("Lỗi lặp lại", LATER).orElseThrow();

		assertThat(ended.number()).isEqualTo(1);
		assertThat(ended.resolution()).isEqualTo("Đã thay SIM");
		assertThat(request.cycle()).isEqualTo(ResolutionCycle.first(NOW).next("Lỗi lặp lại", LATER));
		assertThat(request.status()).isEqualTo(RequestStatus.NEW);
		assertThat(request.agentId()).isEqualTo("lan.nguyen");
	}

	@Test
	void reopeningTwiceBeginsOneCycle() {
		Request request = a(RequestStatus.CLOSED, RequestKind.SUPPORT);
		request.reopen("Lỗi lặp lại", LATER);

		assertThat(request.reopen("Lỗi lặp lại", LATER)).isEmpty();
		assertThat(request.cycle().number()).isEqualTo(2);
	}

	@Test
	void refusesToMergeARequestIntoItselfOrIntoADuplicate() {
		Request request = aRequest(RequestKind.SUPPORT);
		Request duplicate = a(RequestStatus.DUPLICATE, RequestKind.SUPPORT);

		assertThatExceptionOfType(RequestMoveRefused.class).isThrownBy(() -> request.mergeInto(request));
		assertThatExceptionOfType(RequestMoveRefused.class).isThrownBy(() -> request.mergeInto(duplicate));
	}

	@Test
	void tellsTheStatusAndTheWayOutInTheUsersWords() {
		Request request = a(RequestStatus.CLOSED, RequestKind.SUPPORT);

		assertThatExceptionOfType(RequestMoveRefused.class).isThrownBy(() -> request.withdraw("Khách đổi ý"))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail())
				.isEqualTo("Yêu cầu YC000001 đang ở trạng thái “đã đóng”, nên không thể rút yêu cầu."));
	}

	private static void assertAllowedOnlyFrom(RequestStatus status, Set<RequestStatus> allowed,
			Consumer<Request> verb) {
		Request request = a(status, RequestKind.SUPPORT);
		if (allowed.contains(status)) {
			verb.accept(request);
			return;
		}
		assertThatExceptionOfType(RequestMoveRefused.class).isThrownBy(() -> verb.accept(request));
		assertThat(request.status()).isEqualTo(status);
	}

	private static Consumer<Request> after(RequestStatus before, Consumer<Request> verb) {
		return WAYS.get(before).andThen(verb);
	}

	private static Request a(RequestStatus status, RequestKind kind) {
		Request request = aRequest(kind);
		WAYS.get(status).accept(request);
		assertThat(request.status()).isEqualTo(status);
		return request;
	}

	private static Request aRequest(RequestKind kind) {
		return Request.registered(
				NewRequest.of(UUID.randomUUID(), kind, "Máy không kết nối", "Mất mạng từ sáng", RequestChannel.PHONE),
				"YC000001", NOW);
	}

}
