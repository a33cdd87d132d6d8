package vn.careflow.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.careflow.testsupport.OnH2;
import vn.careflow.testsupport.Time;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Several nodes, or several people, at the same customers at once. */
@CustomerSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@OnH2
class CustomersAtOnceTests {

	private static final int THREADS = 4;

	@RegisterExtension
	final Time time = Time.at("2025-03-03T09:00");

	@Autowired
	Customers customers;

	@Autowired
	CarePlans plans;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	@AfterEach
	void emptyDatabase() {
		for (String table : List.of("care_plan", "care_cycle", "customer_need", "customer")) {
			this.jdbc.sql("delete from " + table).update();
		}
	}

	@Test
	void giveEachDueCustomerToOneNodeOnly() throws Exception {
		IntStream.range(0, 40).forEach((i) -> this.plans.planNext(aCustomer(), this.time.now(), "Định kỳ"));
		CyclicBarrier allClaimed = new CyclicBarrier(THREADS);
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);

		List<List<DueCarePlan>> claimed = atOnce(() -> transaction.execute((status) -> {
			List<DueCarePlan> mine = this.plans.claimDue(10, this.time.now());
			await(allClaimed);
			return mine;
		}));

		assertThat(claimed.stream().flatMap(List::stream).map(DueCarePlan::customerId))
			.hasSizeBetween(claimedAtLeast(), 40)
			.doesNotHaveDuplicates();
	}

	/**
	 * H2 takes the first ten and then skips those that are locked: the others may wait.
	 */
	int claimedAtLeast() {
		return 10;
	}

	@Test
	void beginOneCycleForACustomerOnly() throws Exception {
		UUID customerId = aCustomer();

		List<CareCycle> begun = atOnce(() -> this.plans.begin(UUID.randomUUID(), customerId));

		assertThat(begun).extracting(CareCycle::id).containsOnly(begun.get(0).id());
	}

	@Test
	void countEveryPurchaseAndKeepEveryNeedOnce() throws Exception {
		UUID customerId = aCustomer();

		atOnce(() -> {
			this.customers.recordPurchase(customerId, this.time.now());
			this.customers.addNeed(customerId, "Gói Internet");
			return customerId;
		});

		assertThat(this.customers.facts(customerId).purchases()).isEqualTo(THREADS);
		assertThat(this.customers.get(customerId).profile().needs()).containsExactly("Gói Internet");
	}

	private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> result : threads.invokeAll(IntStream.range(0, THREADS).mapToObj((i) -> work).toList())) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private UUID aCustomer() {
		return this.customers.register(NewCustomer.from("web", null, CustomerProfile.person("Nguyễn An").build()))
			.customer()
			.id();
	}

}
