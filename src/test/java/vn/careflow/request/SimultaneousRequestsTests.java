package vn.careflow.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import vn.careflow.customer.Customer;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.WithCustomers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@DataJdbcTest
@OnH2
@WithCustomers
@Import({ Requests.class, RequestNumbers.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SimultaneousRequestsTests {

	private static final int SENDERS = 6;

	@Autowired
	private Requests requests;

	@Autowired
	private Customers customers;

	@Autowired
	private RequestRepository repository;

	/** Nothing is rolled back here, and other tests share the database. */
	@AfterEach
	void leavesNothingBehind() {
		this.repository.deleteAll();
	}

	@RepeatedTest(5)
	void takesInOneOfManyThatComeAtTheSameMoment() throws Exception {
		String externalId = UUID.randomUUID().toString();
		CustomerProfile profile = CustomerProfile.person("Nguyễn Thị Ánh").build();
		Customer customer = this.customers.register(NewCustomer.from("crm", externalId, profile)).customer();
		Customers knowing = mock(Customers.class);
		given(knowing.findByReference(externalId)).willReturn(Optional.of(customer));
		given(knowing.find(customer.id())).willReturn(Optional.of(customer));
		RequestController controller = new RequestController(this.requests, knowing);
		RequestPayload payload = new RequestPayload("webshop", externalId, externalId, RequestKind.COMPLAINT,
				"Cước tính sai", "Tháng 2 bị tính hai lần", null, null, null, null, null);
		CyclicBarrier together = new CyclicBarrier(SENDERS);

		List<ResponseEntity<RequestView>> answers = all(() -> {
			together.await();
			return controller.receive(payload);
		});

		assertThat(
				answers.stream().<HttpStatusCode>map(ResponseEntity::getStatusCode).filter(HttpStatus.CREATED::equals))
			.hasSize(1);
		assertThat(answers.stream().map((answer) -> answer.getBody().id()).distinct()).hasSize(1);
	}

	private static <T> List<T> all(Callable<T> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
		try {
			List<Future<T>> futures = threads.invokeAll(Stream.generate(() -> work).limit(SENDERS).toList());
			return futures.stream().map(SimultaneousRequestsTests::result).toList();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static <T> T result(Future<T> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
