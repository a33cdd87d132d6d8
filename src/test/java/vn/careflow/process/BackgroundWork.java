package vn.careflow.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a running application does by itself every few seconds, for tests of other rooms
 * that play whole days.
 */
@Component
public class BackgroundWork {

	private final WaitingWorkRetry retry;

	private final JdbcClient jdbc;

	BackgroundWork(WaitingWorkRetry retry, JdbcClient jdbc) {
		this.retry = retry;
		this.jdbc = jdbc;
	}

	/** Tries work that waits for somebody, as far as it is due. */
	public void tryWaitingWork() {
		this.retry.inTheBackground();
	}

	/** When work that waits is to be tried next. */
	public Optional<Instant> nextTry() {
		return this.jdbc.sql("select min(next_try_at) from waiting_work")
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

}
