package vn.careflow.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The product's clock, which is the engine's: a deadline that a room computes and the
 * timer that the engine fires for it must never disagree about what time it is, also when
 * a test moves the time. Its zone is the installation's.
 */
@Component
final class EngineClock extends Clock {

	private final ZoneId zone;

	EngineClock(@Value("${careflow.time-zone}") ZoneId zone) {
		this.zone = zone;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new EngineClock(zone);
	}

	@Override
	public Instant instant() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof EngineClock clock && this.zone.equals(clock.zone);
	}

	@Override
	public int hashCode() {
		return this.zone.hashCode();
	}

	@Override
	public String toString() {
		return "EngineClock[" + this.zone + "]";
	}

}
