package vn.careflow.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Time that stands still until the test moves it, the same for the engine and for the
 * rooms. It runs again after each test.
 *
 * <pre>
 * &#64;RegisterExtension
 * final Time time = Time.at("2026-03-02T09:30");
 * </pre>
 */
public final class Time implements BeforeEachCallback, AfterEachCallback {

	/** The zone in which tests tell the time. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final Instant start;

	private Time(Instant start) {
		this.start = start;
	}

	/**
	 * Lets each test of a class begin at this moment.
	 * @param local date and time in Vietnam, such as {@code 2026-03-02T09:30}
	 */
	public static Time at(String local) {
		return new Time(instant(local));
	}

	/**
	 * The clock that this class moves, for rooms that are tested without Spring.
	 */
	public static Clock clock() {
		return clock(ZONE);
	}

	static Clock clock(ZoneId zone) {
		return new EngineTime(zone);
	}

	/**
	 * A moment in Vietnam.
	 * @param local such as {@code 2026-03-02T09:30}
	 */
	public static Instant instant(String local) {
		return LocalDateTime.parse(local).atZone(ZONE).toInstant();
	}

	/**
	 * The moment at which time stands.
	 */
	public Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	/**
	 * Moves time forward, in wall-clock time.
	 */
	public void passes(Duration duration) {
		is(now().plus(duration));
	}

	/**
	 * Moves time to this moment.
	 */
	public void is(Instant moment) {
		ClockUtil.setCurrentTime(Date.from(moment));
	}

	/**
	 * Moves time to this moment in Vietnam, such as {@code 2026-03-02T09:30}.
	 */
	public void is(String local) {
		is(instant(local));
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		is(this.start);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		ClockUtil.reset();
	}

	private static final class EngineTime extends Clock {

		private final ZoneId zone;

		private EngineTime(ZoneId zone) {
			this.zone = zone;
		}

		@Override
		public ZoneId getZone() {
			return this.zone;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return new EngineTime(zone);
		}

		@Override
		public Instant instant() {
			return ClockUtil.getCurrentTime().toInstant();
		}

	}

}
