package vn.careflow.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The room's services on an empty database, each test rolled back. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest
@RecordApplicationEvents
@Import({ CustomerSlice.Time.class, CustomerStore.class, CustomerFinder.class, Customers.class, Timeline.class,
		CarePlans.class })
@interface CustomerSlice {

	@TestConfiguration(proxyBeanMethods = false)
	class Time {

		@Bean
		MovableClock clock() {
			return new MovableClock();
		}

	}

	/**
	 * A clock that stands at Monday 3 March 2025, 09:00 in Vietnam, until it is moved.
	 */
	class MovableClock extends Clock {

		static final Instant START = Instant.parse("2025-03-03T02:00:00Z");

		private final AtomicReference<Instant> now = new AtomicReference<>(START);

		void reset() {
			this.now.set(START);
		}

		void pass(Duration time) {
			this.now.updateAndGet((instant) -> instant.plus(time));
		}

		@Override
		public ZoneId getZone() {
			return ZoneId.of("Asia/Ho_Chi_Minh");
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(instant(), zone);
		}

		@Override
		public Instant instant() {
			return this.now.get();
		}

	}

}
