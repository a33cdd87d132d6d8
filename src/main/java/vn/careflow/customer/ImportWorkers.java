package vn.careflow.customer;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The few threads that run imports: at once when one is submitted here, and now and then
 * for those that another node left behind.
 */
@Component
class ImportWorkers implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ImportWorkers.class);

	private static final long PATIENCE_SECONDS = 15;

	private final ImportRunner runner;

	private final ImportSettings settings;

	private volatile boolean stopping;

	private @Nullable ScheduledThreadPoolExecutor threads;

	ImportWorkers(ImportRunner runner, ImportSettings settings) {
		this.runner = runner;
		this.settings = settings;
	}

	@Override
	public synchronized void start() {
		this.stopping = false;
		this.threads = new ScheduledThreadPoolExecutor(this.settings.threads(),
				new CustomizableThreadFactory("customer-import-"));
		long poll = this.settings.poll().toMillis();
		this.threads.scheduleWithFixedDelay(this::runWaiting, poll, poll, TimeUnit.MILLISECONDS);
	}

	/** Waits for the chunk at hand, which then ends in a whole. */
	@Override
	public synchronized void stop() {
		this.stopping = true;
		ScheduledThreadPoolExecutor executor = this.threads;
		this.threads = null;
		if (executor != null) {
			executor.shutdownNow();
			awaitEnd(executor);
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.threads != null;
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
	synchronized void on(ImportSubmitted submitted) {
		if (this.threads != null) {
			this.threads.execute(this::runWaiting);
		}
	}

	private void runWaiting() {
		try {
			boolean found = true;
			while (found && !this.stopping) {
				found = this.runner.runNext(() -> this.stopping);
			}
		}
		catch (RuntimeException ex) {
			// A database that is away comes back: the next look must not be cancelled.
			log.warn("Could not look for imports: {}", ex.getClass().getSimpleName());
		}
	}

	private static void awaitEnd(ScheduledThreadPoolExecutor executor) {
		try {
			executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
