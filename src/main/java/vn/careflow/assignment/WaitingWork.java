package vn.careflow.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;
import vn.careflow.staff.StaffDirectory;

/**
 * The queues of the teams: work that nobody could take, until somebody can. What waits is
 * never lost; it is tried again when there is news of a person who suits it, and at the
 * moments at which something changes by itself. The queue is never searched without such
 * a reason.
 */
@Service
public class WaitingWork {

	/** How long a node may be at the news of one person before another takes over. */
	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

	private static final int PAGE = 200;

	private final WaitingWorkTables tables;

	private final AgentAssignment assignment;

	private final Staff staff;

	private final Clock clock;

	WaitingWork(WaitingWorkTables tables, AgentAssignment assignment, Staff staff, Clock clock) {
		this.tables = tables;
		this.assignment = assignment;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Puts a work item that nobody can take into its team's queue. One that waits already
	 * keeps its place among those of the same urgency.
	 * @param item the work item as it was decided about
	 * @param urgency the higher, the sooner it is tried
	 */
	@Transactional
	public void await(WorkItem item, int urgency) {
		Instant now = now();
		Optional<WaitingItem> known = this.tables.hold(item.id());
		Instant since = known.map(WaitingItem::since).orElse(now);
		this.tables.save(timed(of(item, urgency, since, known.map(WaitingItem::tries).orElse(0)), now));
	}

	/**
	 * Holds the place of a work item in the queue until the transaction ends. Whoever
	 * gives work to somebody holds its place first: nobody else tries it meanwhile.
	 * @return whether it waits
	 */
	@Transactional
	public boolean hold(UUID workItemId) {
		return this.tables.hold(workItemId).isPresent();
	}

	/**
	 * Takes a work item out of the queue: somebody has it, or it is no longer needed.
	 * @return whether it waited
	 */
	@Transactional
	public boolean done(UUID workItemId) {
		return this.tables.delete(workItemId);
	}

	/**
	 * Holds a waiting work item for a try, without ever waiting for somebody else who
	 * tries it.
	 */
	@Transactional
	public Optional<WaitingItem> claim(UUID workItemId) {
		return this.tables.tryHold(workItemId);
	}

	/**
	 * A try found nobody: it waits on.
	 * @param item the work item as it was tried
	 * @param waits the same as it waits, held
	 */
	@Transactional
	public void triedInVain(WorkItem item, WaitingItem waits) {
		Instant now = now();
		this.tables.save(timed(of(item, waits.urgency(), waits.since(), waits.tries() + 1), now));
	}

	/** A try could not be made: it is repeated a little later. */
	@Transactional
	public void failed(UUID workItemId) {
		this.tables.tryHold(workItemId).ifPresent((item) -> this.tables.save(tried(item, now().plus(AFTER_FAILURE))));
	}

	/**
	 * Notes that a person may be able to take something that waits: they became free,
	 * came back, learned something. Nothing is noted while nothing waits in their teams.
	 * @return whether it was noted
	 */
	@Transactional
	public boolean note(String agentId) {
		boolean worthIt = this.staff.find(agentId)
			.filter((agent) -> this.tables.isAnythingWaiting(agent.teams()))
			.isPresent();
		if (worthIt) {
			this.tables.note(agentId, now());
		}
		return worthIt;
	}

	/** Lets everything that waits be tried soon: the hours of work have changed. */
	@Transactional
	public void noteAll() {
		this.tables.allDueAt(now());
	}

	/**
	 * The next person of whom there is news, for this node alone for a while.
	 * @return empty when there is none
	 */
	@Transactional
	public Optional<Claimed> claimNews() {
		Optional<WaitingWorkTables.News> news = this.tables.holdNews(now());
		news.ifPresent((held) -> this.tables.claim(held, now().plus(LEASE)));
		return news.map((held) -> new Claimed(held.id(), held.agentId()));
	}

	/** Leaves the rest of the news to whoever comes next. */
	@Transactional
	public void release(Claimed news) {
		this.tables.claim(new WaitingWorkTables.News(news.id(), news.agentId()), now());
	}

	/** Nothing is left to try for the person. */
	@Transactional
	public void done(Claimed news) {
		this.tables.done(new WaitingWorkTables.News(news.id(), news.agentId()));
	}

	/**
	 * What a person might take, in the order in which to try it: the more urgent first,
	 * then what has waited longer. Whether they have room for it is not looked at.
	 * @param after the last one of the page before, null for the first page
	 */
	@Transactional(readOnly = true)
	public Page forAgent(String agentId, @Nullable WaitingItem after) {
		StaffDirectory directory = this.staff.directory();
		Optional<Agent> agent = directory.find(agentId);
		if (agent.isEmpty()) {
			return new Page(List.of(), null);
		}
		List<WaitingItem> queue = this.tables.queue(agent.get().teams(), after, PAGE);
		List<WaitingItem> suiting = new ArrayList<>();
		for (WaitingItem item : queue) {
			Instant at = item.doneAt(now());
			if (item.suits(agent.get(), at, directory.zone())) {
				suiting.add(item);
			}
		}
		return new Page(suiting, (queue.size() < PAGE) ? null : queue.get(queue.size() - 1));
	}

	/**
	 * Whether the rules would let a person take something now, as far as it is known
	 * without the case: much cheaper than a try.
	 */
	@Transactional(readOnly = true)
	public boolean mayTake(String agentId, WaitingItem item) {
		WorkItem asked = WorkItem.of(item.workItemId(), item.kind(), item.teamId(), item.doneAt(now()))
			.needing(item.skills())
			.in(item.language())
			.about(item.product(), item.customerGroup())
			.excluding(item.excluded());
		return this.assignment.objectionsTo(asked, agentId).isEmpty();
	}

	/**
	 * What is to be tried again without news, the more urgent first.
	 * @param limit how many at most
	 */
	@Transactional(readOnly = true)
	public List<WaitingItem> due(int limit) {
		return this.tables.due(now(), limit);
	}

	/** What waits in a team's queue, in its order. */
	@Transactional(readOnly = true)
	public List<WaitingItem> of(String teamId, int limit) {
		return this.tables.queue(Set.of(teamId), null, limit);
	}

	/** How much waits in a team's queue. */
	@Transactional(readOnly = true)
	public long count(String teamId) {
		return this.tables.count(teamId);
	}

	private static WaitingItem of(WorkItem item, int urgency, Instant since, int tries) {
		return new WaitingItem(item.id(), item.kind(), item.teamId(), item.language(), item.skills(), item.product(),
				item.customerGroup(), item.excluded(), item.at(), urgency, since, null, tries);
	}

	private WaitingItem timed(WaitingItem item, Instant now) {
		Instant next = WaitingTimes.nextTry(item, this.staff.directory(), now);
		return with(item, next, item.tries());
	}

	private static WaitingItem tried(WaitingItem item, @Nullable Instant next) {
		return with(item, next, item.tries() + 1);
	}

	private static WaitingItem with(WaitingItem item, @Nullable Instant next, int tries) {
		return new WaitingItem(item.workItemId(), item.kind(), item.teamId(), item.language(), item.skills(),
				item.product(), item.customerGroup(), item.excluded(), item.at(), item.urgency(), item.since(), next,
				tries);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * News of a person that this node is at.
	 */
	public record Claimed(UUID id, String agentId) {
	}

	/**
	 * A part of a queue.
	 *
	 * @param items what suits the person
	 * @param last behind what the next page begins, null when there is none
	 */
	public record Page(List<WaitingItem> items, @Nullable WaitingItem last) {

		public Page {
			items = List.copyOf(items);
		}

	}

}
