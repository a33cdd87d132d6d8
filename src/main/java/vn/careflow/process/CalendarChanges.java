package vn.careflow.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.process.CalendarChangeTables.CalendarChange;
import vn.careflow.staff.CalendarsChanged;
import vn.careflow.staff.WorkCalendars;

/**
 * Lets deadlines, slots and waits follow when calendars change.
 * <p>
 * What has to be done is kept with the change itself. Each thing moves in a transaction
 * of its own that also keeps how far the work has come: so nothing is left out or done
 * twice, whatever stops, and a timer that fires in the same moment disturbs nothing else.
 * The first few hundred follow at once, the rest in the background on any node. A second
 * look a little later finds what other nodes worked out meanwhile by the calendar that
 * they still remembered.
 */
@Service
public class CalendarChanges {

	private static final Logger log = LoggerFactory.getLogger(CalendarChanges.class);

	/** Longer than another node trusts the calendars that it remembers. */
	private static final Duration SECOND_LOOK = Duration.ofSeconds(5);

	private static final Duration RETRY = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofDays(1);

	private static final Duration KEPT = Duration.ofDays(30);

	private static final int AT_ONCE = 200;

	private static final int PAGE = 50;

	private final CalendarChangeTables tables;

	private final List<CalendarFollower> followers;

	private final WorkCalendars calendars;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CalendarChanges(CalendarChangeTables tables, List<CalendarFollower> followers, WorkCalendars calendars,
			PlatformTransactionManager transactions, Clock clock) {
		this.tables = tables;
		this.followers = List.copyOf(followers);
		this.calendars = calendars;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	@EventListener
	void on(CalendarsChanged event) {
		Instant now = now();
		this.tables.insert(event.names(), now, now);
		this.tables.insert(event.names(), now, now.plus(SECOND_LOOK));
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
	void atOnce(CalendarsChanged event) {
		follow(AT_ONCE);
	}

	/** What could not follow at once, and what other nodes left behind. */
	@Scheduled(fixedDelayString = "${careflow.care.calendars-every:5s}",
			initialDelayString = "${careflow.care.calendars-every:5s}")
	void inTheBackground() {
		follow(Integer.MAX_VALUE);
	}

	/**
	 * How far the following of the latest changes has come, the latest first. Each change
	 * is looked at twice.
	 * @param atMost how many
	 */
	public List<CalendarProgress> latest(int atMost) {
		return this.tables.latest(atMost).stream().map(CalendarProgress::of).toList();
	}

	/**
	 * Works off what is waiting.
	 * @param atMost how many things to look at
	 * @return how many were looked at
	 */
	int follow(int atMost) {
		int looked = 0;
		Optional<CalendarChange> next = next();
		while (next.isPresent() && looked < atMost) {
			int page = followPage(next.get(), Math.min(PAGE, atMost - looked));
			if (page < 0) {
				return looked;
			}
			looked += page;
			next = next();
		}
		return looked;
	}

	private Optional<CalendarChange> next() {
		return inTransaction(() -> this.tables.holdNext(now()));
	}

	/** Looks at one page of one stage; less than none when somebody else is at it. */
	private int followPage(CalendarChange change, int atMost) {
		List<String> page = inTransaction(() -> {
			this.calendars.refresh();
			return this.followers.get(change.stage()).following(change.calendars(), change.lastSeen(), atMost);
		});
		if (page.isEmpty()) {
			return advance(change) ? 0 : -1;
		}
		CalendarChange at = change;
		for (String id : page) {
			Optional<CalendarChange> after = followOne(at, id);
			if (after.isEmpty()) {
				return -1;
			}
			at = after.get();
		}
		return page.size();
	}

	private boolean advance(CalendarChange change) {
		boolean last = change.stage() + 1 == this.followers.size();
		CalendarChange after = last ? change.finished(now()) : change.nextStage();
		boolean advanced = keep(change, after);
		if (advanced && last) {
			inTransaction(() -> this.tables.deleteFinishedBefore(now().minus(KEPT)));
			lookAgain(change);
			log.info("Calendars {} changed: {} deadlines, slots and waits looked at, {} moved, {} failed",
					change.calendars(), change.checked(), change.moved(), change.failed());
		}
		return advanced;
	}

	/** What failed is tried again for a day: a timer may have been firing. */
	private void lookAgain(CalendarChange change) {
		if (change.failed() > 0 && change.changedAt().isAfter(now().minus(PATIENCE))) {
			this.transaction.executeWithoutResult(
					(status) -> this.tables.insert(change.calendars(), change.changedAt(), now().plus(RETRY)));
		}
	}

	private Optional<CalendarChange> followOne(CalendarChange change, String id) {
		try {
			return inTransaction(() -> this.tables.hold(change).map((held) -> {
				CalendarChange after = held.looked(id, this.followers.get(held.stage()).follow(id));
				this.tables.update(after);
				return after;
			}));
		}
		catch (RuntimeException ex) {
			log.warn("{} could not follow the change of calendars {}; it is looked at again",
					this.followers.get(change.stage()).getClass().getSimpleName() + " " + id, change.calendars(), ex);
			CalendarChange after = change.stumbled(id);
			return keep(change, after) ? Optional.of(after) : Optional.empty();
		}
	}

	private boolean keep(CalendarChange before, CalendarChange after) {
		return inTransaction(() -> this.tables.hold(before).map((held) -> {
			this.tables.update(after);
			return held;
		})).isPresent();
	}

	private <T> T inTransaction(Supplier<T> work) {
		T result = this.transaction.execute((status) -> work.get());
		if (result == null) {
			throw new IllegalStateException("Work without a result");
		}
		return result;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
