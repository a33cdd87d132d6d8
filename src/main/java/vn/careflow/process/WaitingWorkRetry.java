package vn.careflow.process;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.assignment.WaitingItem;
import vn.careflow.assignment.WaitingWork;
import vn.careflow.assignment.WorkAssigned;
import vn.careflow.assignment.WorkItem;
import vn.careflow.assignment.WorkReleased;
import vn.careflow.assignment.WorkUnassigned;
import vn.careflow.request.Request;
import vn.careflow.request.Requests;
import vn.careflow.staff.AgentChanged;
import vn.careflow.staff.AgentRegistered;
import vn.careflow.staff.CalendarsChanged;

/**
 * Tries waiting work again when something has changed: somebody became free, came back,
 * was hired or learned something, and at the moments at which a shift begins or a skill
 * is no longer asked for.
 * <p>
 * News is kept in the transaction that makes it; the first few tries follow at once, the
 * rest in the background on any node. Each piece of work is tried in a transaction of its
 * own by one node only.
 */
@Component
class WaitingWorkRetry {

	private static final Logger logger = LoggerFactory.getLogger(WaitingWorkRetry.class);

	private static final int AT_ONCE = 20;

	private static final int IN_VAIN = 20;

	private static final int PAGE = 50;

	private static final int USUAL_URGENCY = 50;

	private final WaitingWork waiting;

	private final CaseHands hands;

	private final ResponsiblePeople people;

	private final Requests requests;

	private final TransactionTemplate transaction;

	WaitingWorkRetry(WaitingWork waiting, CaseHands hands, ResponsiblePeople people, Requests requests,
			PlatformTransactionManager transactions) {
		this.waiting = waiting;
		this.hands = hands;
		this.people = people;
		this.requests = requests;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** What nobody can take waits, and the team's lead hears of it at once. */
	@EventListener
	void on(WorkUnassigned event) {
		WorkItem item = event.item();
		this.waiting.await(item, urgencyOf(item.id()));
		if (!this.people.tellLeadOf(item.teamId(), item.id(), "unassigned")) {
			this.people.tellLeadOf(item.teamId(), item.id(), "unassigned@" + event.decisionId());
		}
	}

	@EventListener
	void on(WorkAssigned event) {
		if (event.from().isEmpty()) {
			this.waiting.done(event.workItemId());
		}
	}

	@EventListener
	void on(WorkReleased event) {
		note(event.agentId());
	}

	@EventListener
	void on(AgentRegistered event) {
		note(event.agentId());
	}

	@EventListener
	void on(AgentChanged event) {
		note(event.agentId());
	}

	@EventListener
	void on(CalendarsChanged event) {
		this.waiting.noteAll();
	}

	/**
	 * Follows the news at once, if it can help anybody, but behind what made it; what one
	 * transaction does to a person is one piece of news.
	 */
	private void note(String agentId) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.waiting.note(agentId);
			return;
		}
		Noted noted = (Noted) TransactionSynchronizationManager.getResource(this);
		if (noted == null) {
			noted = new Noted();
			TransactionSynchronizationManager.bindResource(this, noted);
			TransactionSynchronizationManager.registerSynchronization(noted);
		}
		noted.note(agentId);
	}

	/** What could not be tried at once, what is due, and what other nodes left behind. */
	@Scheduled(fixedDelayString = "${careflow.care.waiting-every:5s}",
			initialDelayString = "${careflow.care.waiting-every:5s}")
	void inTheBackground() {
		tryNews(Integer.MAX_VALUE);
		tryDue();
	}

	/**
	 * Works off the news of people.
	 * @param atMost how many tries at most
	 * @return how much work found somebody
	 */
	int tryNews(int atMost) {
		int found = 0;
		int tries = 0;
		Optional<WaitingWork.Claimed> news = claimNews();
		while (news.isPresent()) {
			Tried tried = tryFor(news.get().agentId(), atMost - tries);
			found += tried.found();
			tries += tried.tries();
			WaitingWork.Claimed at = news.get();
			if (!tried.atEnd()) {
				this.transaction.executeWithoutResult((status) -> this.waiting.release(at));
				return found;
			}
			this.transaction.executeWithoutResult((status) -> this.waiting.done(at));
			news = claimNews();
		}
		return found;
	}

	/**
	 * Tries what is due without news.
	 * @return how much work found somebody
	 */
	int tryDue() {
		int found = 0;
		List<WaitingItem> due = this.waiting.due(PAGE);
		while (!due.isEmpty()) {
			int tried = 0;
			for (WaitingItem item : due) {
				Outcome outcome = tryOne(item.workItemId());
				found += (outcome == Outcome.FOUND) ? 1 : 0;
				tried += (outcome != Outcome.TAKEN) ? 1 : 0;
			}
			due = (tried > 0) ? this.waiting.due(PAGE) : List.of();
		}
		return found;
	}

	/**
	 * Offers a person what suits them, in the order of the queue, until they evidently
	 * have no room for more.
	 */
	private Tried tryFor(String agentId, int atMost) {
		int found = 0;
		int tries = 0;
		int inVain = 0;
		@Nullable WaitingItem after = null;
		do {
			WaitingWork.Page page = pageFor(agentId, after);
			for (WaitingItem item : page.items()) {
				if (tries >= atMost) {
					return new Tried(found, tries, false);
				}
				tries++;
				Outcome outcome = mayTake(agentId, item) ? tryOne(item.workItemId()) : Outcome.NOBODY;
				found += (outcome == Outcome.FOUND) ? 1 : 0;
				inVain = (outcome == Outcome.NOBODY) ? inVain + 1 : 0;
				if (inVain >= IN_VAIN) {
					return new Tried(found, tries, true);
				}
			}
			after = page.last();
		}
		while (after != null);
		return new Tried(found, tries, true);
	}

	private Optional<WaitingWork.Claimed> claimNews() {
		return inTransaction(this.waiting::claimNews);
	}

	private WaitingWork.Page pageFor(String agentId, @Nullable WaitingItem after) {
		return inTransaction(() -> this.waiting.forAgent(agentId, after));
	}

	private boolean mayTake(String agentId, WaitingItem item) {
		return inTransaction(() -> this.waiting.mayTake(agentId, item));
	}

	/** One of its own: the one that made the news is over by then, but still bound. */
	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

	private int urgencyOf(UUID workItemId) {
		return this.requests.find(workItemId)
			.map(Request::priority)
			.map(RequestDeadlines::taskPriority)
			.orElse(USUAL_URGENCY);
	}

	private Outcome tryOne(UUID workItemId) {
		try {
			return inTransaction(() -> this.waiting.claim(workItemId)
				.map((item) -> this.hands.retry(item) ? Outcome.FOUND : Outcome.NOBODY)
				.orElse(Outcome.TAKEN));
		}
		catch (RuntimeException ex) {
			logger.warn("Waiting work {} could not be tried; it is tried again a little later", workItemId, ex);
			this.transaction.executeWithoutResult((status) -> this.waiting.failed(workItemId));
			return Outcome.NOBODY;
		}
	}

	/** Of whom the running transaction has news. */
	private final class Noted implements TransactionSynchronization {

		private final Set<String> people = new HashSet<>();

		private boolean worthIt;

		void note(String agentId) {
			if (this.people.add(agentId)) {
				this.worthIt |= WaitingWorkRetry.this.waiting.note(agentId);
			}
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(WaitingWorkRetry.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(WaitingWorkRetry.this, this);
		}

		@Override
		public void afterCommit() {
			if (this.worthIt) {
				tryNews(AT_ONCE);
			}
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(WaitingWorkRetry.this);
		}

	}

	/** What became of a try. */
	private enum Outcome {

		/** Somebody has it now. */
		FOUND,

		/** Nobody can take it yet. */
		NOBODY,

		/** It waits no more, or somebody else is at it. */
		TAKEN

	}

	/**
	 * What became of some tries.
	 *
	 * @param atEnd whether nothing is left to try for the person
	 */
	private record Tried(int found, int tries, boolean atEnd) {
	}

}
