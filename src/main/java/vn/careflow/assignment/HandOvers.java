package vn.careflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.assignment.HandOverItem.State;
import vn.careflow.assignment.HandOverKind.Succession;
import vn.careflow.assignment.Responsibility.Held;
import vn.careflow.assignment.Responsibility.Move;
import vn.careflow.assignment.Responsibility.Moved;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * Hands over everything that a person who leaves is responsible for, and proves that
 * nothing is left before their account is closed.
 *
 * <p>
 * It is carried out in batches, each in the transaction of its caller: what was handed
 * over stays so, whatever stops, and the next batch begins with what is still open. A
 * batch that fails is tried again in smaller parts, and an item that fails alone is set
 * aside with a reason, so that one thing never holds up the others.
 */
@Service
public class HandOvers {

	private static final Logger logger = LoggerFactory.getLogger(HandOvers.class);

	/** Each time a batch fails it is cut to a quarter. */
	private static final int BITS_OF_A_QUARTER = 2;

	private static final int LONGEST_REASON = 1000;

	private final HandOverTables tables;

	private final HandOverProposals proposals;

	private final Map<HandOverKind, Responsibility> responsibilities;

	private final Staff staff;

	private final HandOverSettings settings;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate apart;

	private final Clock clock;

	HandOvers(HandOverTables tables, HandOverProposals proposals, List<Responsibility> responsibilities, Staff staff,
			HandOverSettings settings, ApplicationEventPublisher events, PlatformTransactionManager transactions,
			Clock clock) {
		this.tables = tables;
		this.proposals = proposals;
		this.responsibilities = new EnumMap<>(responsibilities.stream()
			.collect(Collectors.toMap(Responsibility::kind, (responsibility) -> responsibility)));
		this.staff = staff;
		this.settings = settings;
		this.events = events;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Begins a hand-over: from now on the person receives nothing new. The same id gives
	 * back the one that is there.
	 * @param agentId who leaves
	 * @param reason why, for the history, at most 1000 characters
	 * @param lastDay the last day on which they work here; their account is closed after
	 * it
	 * @param by the user id of who asks
	 * @throws HandOverProblem when the person is unknown, or hands over already
	 */
	@Transactional
	public HandOver begin(UUID id, String agentId, String reason, LocalDate lastDay, String by) {
		Optional<HandOver> known = this.tables.find(id);
		if (known.isPresent()) {
			return known.get();
		}
		Agent agent = this.staff.find(agentId).orElseThrow(() -> HandOverProblem.unknownAgent(agentId));
		this.tables.openOf(agentId).ifPresent((open) -> {
			throw HandOverProblem.runsAlready(agent.name(), open.id());
		});
		this.tables.insert(new HandOver(id, agentId, cut(reason), lastDay, HandOver.State.BEGUN, by, now(),
				new HandOver.Before(agent.receiving(), agent.notReceivingReason(), agent.employedUntil()), 0, null,
				null, null, null, null));
		this.staff.stopReceiving(agentId, "Đang bàn giao công việc");
		return get(id);
	}

	/** The same, and publishes {@link HandOverRequested} so that it runs. */
	@Transactional
	public HandOver request(UUID id, String agentId, String reason, LocalDate lastDay, String by) {
		boolean isNew = this.tables.find(id).isEmpty();
		HandOver begun = begin(id, agentId, reason, lastDay, by);
		if (isNew) {
			this.events.publishEvent(new HandOverRequested(id, agentId));
		}
		return begun;
	}

	/**
	 * The hand-over with this id.
	 * @throws HandOverProblem when there is none
	 */
	public HandOver get(UUID id) {
		return find(id).orElseThrow(() -> HandOverProblem.unknown(id));
	}

	public Optional<HandOver> find(UUID id) {
		return this.tables.find(id);
	}

	/**
	 * Counts and lists everything that refers to the person as responsible now. What
	 * could not be handed over before is listed again.
	 * @return how many things were listed
	 */
	@Transactional
	public int list(UUID id) {
		HandOver handOver = hold(id);
		this.tables.insertCounts(id, HandOverCount.Stage.LISTED, countedNow(handOver.agentId()), now());
		int first = this.tables.lastNo(id) + 1;
		int next = first;
		for (Responsibility responsibility : this.responsibilities.values()) {
			if (responsibility.kind().succession() != Succession.FOLLOWS) {
				List<Held> held = responsibility.heldBy(handOver.agentId());
				this.tables.insert(id, next, responsibility.kind(), held);
				next += held.size();
			}
		}
		if (this.tables.listed(id) > 1) {
			this.tables.recallRefusals(id, first);
		}
		logger.info("Hand-over {} lists {} things", id, next - first);
		return next - first;
	}

	/** Proposes who shall get each thing that is open. */
	@Transactional
	public void propose(UUID id) {
		HandOver handOver = hold(id);
		List<HandOverItem> open = this.tables.items(id, State.OPEN, Integer.MAX_VALUE)
			.stream()
			.filter((item) -> item.targetAgentId() == null)
			.toList();
		this.tables.propose(id, this.proposals.propose(this.staff.get(handOver.agentId()), open));
		this.tables.state(id, HandOver.State.PROPOSED);
	}

	/**
	 * Wants somebody else for an open thing, and for what belongs to the same case.
	 * @param no its number
	 * @param agentId who shall have it
	 * @param by the user id of who decides
	 * @throws HandOverProblem when it is not open any more, ends with the person anyway,
	 * or that person cannot have it
	 */
	@Transactional
	public HandOverItem choose(UUID id, int no, String agentId, String by) {
		HandOver handOver = hold(id);
		HandOverItem item = this.tables.item(id, no).orElseThrow(() -> HandOverProblem.unknownItem(id, no));
		if (item.state() != State.OPEN || handOver.state() != HandOver.State.PROPOSED) {
			throw HandOverProblem.refused("Dòng %d không còn chờ quyết định.".formatted(no));
		}
		if (item.kind().succession() == Succession.ENDS) {
			throw HandOverProblem.refused("Dòng %d kết thúc cùng tài khoản, không giao cho ai.".formatted(no));
		}
		objection(agentId, handOver.agentId()).ifPresent((objection) -> {
			throw HandOverProblem.refused("Dòng %d: %s.".formatted(no, objection));
		});
		this.tables.choose(id, no, no, agentId, by);
		return this.tables.item(id, no).orElseThrow();
	}

	/**
	 * Wants somebody else for all open things in a range, and for what belongs to the
	 * same cases; what ends with the person does so.
	 * @param first the first number
	 * @param last the last number
	 * @throws HandOverProblem when there is nothing open in it, or that person cannot
	 * have it
	 */
	@Transactional
	public void chooseRange(UUID id, int first, int last, String agentId, String by) {
		HandOver handOver = hold(id);
		objection(agentId, handOver.agentId()).ifPresent((objection) -> {
			throw HandOverProblem.refused("Dòng %d–%d: %s.".formatted(first, last, objection));
		});
		if (last > this.tables.lastNo(id) || this.tables.choose(id, first, last, agentId, by) == 0) {
			throw HandOverProblem.refused("Không có dòng %d–%d nào đang chờ quyết định.".formatted(first, last));
		}
	}

	/**
	 * Gives what nobody was found for to one person.
	 * @throws HandOverProblem when that person cannot have it
	 */
	@Transactional
	public void chooseRemainder(UUID id, String agentId, String by) {
		HandOver handOver = hold(id);
		objection(agentId, handOver.agentId()).ifPresent((objection) -> {
			throw HandOverProblem.refused("Phần còn lại: %s.".formatted(objection));
		});
		this.tables.chooseRemainder(id, agentId, by);
	}

	/**
	 * Why somebody cannot get what a person leaves behind, in Vietnamese; empty when they
	 * can.
	 */
	public Optional<String> objection(String agentId, String leaverId) {
		Optional<Agent> agent = this.staff.find(agentId);
		if (agent.isEmpty()) {
			return Optional.of("không có nhân viên với mã " + agentId);
		}
		if (agentId.equals(leaverId)) {
			return Optional.of(agent.get().name() + " chính là người bàn giao");
		}
		if (!agent.get().isEmployedOn(LocalDate.now(this.clock))) {
			return Optional.of(agent.get().name() + " không còn làm việc");
		}
		if (this.tables.openOf(agentId).isPresent()) {
			return Optional.of(agent.get().name() + " cũng đang bàn giao công việc");
		}
		return this.staff.directory().absenceOf(agentId, this.clock.instant()).isPresent()
				? Optional.of(agent.get().name() + " đang vắng mặt") : Optional.empty();
	}

	/**
	 * How many open things have nobody who shall get them yet: nothing is carried out
	 * while there are any.
	 */
	public long unsettled(UUID id) {
		return this.tables.shares(id)
			.stream()
			.filter((share) -> share.agentId() == null && share.kind().succession() != Succession.ENDS)
			.mapToLong(HandOverTables.Share::number)
			.sum();
	}

	/** Tells whoever waits for the review that it is done. */
	@Transactional
	public HandOver review(UUID id) {
		HandOver handOver = hold(id);
		if (handOver.state() != HandOver.State.PROPOSED) {
			throw HandOverProblem.refused("Bàn giao này không chờ duyệt.");
		}
		if (unsettled(id) > 0) {
			throw HandOverProblem.refused("Còn %d mục chưa có người nhận.".formatted(unsettled(id)));
		}
		this.events.publishEvent(new HandOverReviewed(id));
		return get(id);
	}

	/**
	 * Hands over one batch of what is open.
	 * @return whether anything is still open behind it
	 */
	@Transactional
	public boolean carryOut(UUID id) {
		int tries = tries(id);
		HandOver handOver = hold(id);
		List<HandOverItem> batch = this.tables.items(id, State.OPEN, sizeOf(tries));
		Instant now = now();
		Map<String, Optional<String>> objections = new HashMap<>();
		this.tables.save(id,
				batch.stream()
					.map((item) -> hasFailedAlone(tries) ? setAside(item) : carryOut(handOver, item, objections, now))
					.toList());
		return done(id, handOver, HandOver.State.CARRYING_OUT, HandOver.State.CARRIED_OUT, State.OPEN);
	}

	private HandOverItem carryOut(HandOver handOver, HandOverItem item, Map<String, Optional<String>> objections,
			Instant now) {
		String to = (item.kind().succession() == Succession.ENDS) ? null : item.targetAgentId();
		if (!item.isSettled()) {
			return with(item, Moved.refused("Chưa có người nhận"), null, null);
		}
		Optional<String> objection = (to == null) ? Optional.empty()
				: objections.computeIfAbsent(to, (agentId) -> objection(agentId, handOver.agentId()));
		if (objection.isPresent()) {
			return with(item, Moved.refused(objection.get()), null, null);
		}
		String by = (item.chosenBy() != null) ? item.chosenBy() : handOver.requestedBy();
		Moved moved = of(item.kind())
			.move(new Move(item.ref(), handOver.agentId(), to, null, "Bàn giao: " + shortened(handOver.reason()), by));
		return with(item, moved, (moved.state() == State.MOVED) ? to : null, now);
	}

	private static HandOverItem setAside(HandOverItem item) {
		return with(item, Moved.refused("Đã thử nhiều lần mà không chuyển được; hãy xem nhật ký hệ thống"), null, null);
	}

	/**
	 * Counts everything that still refers to the person, and keeps the counts.
	 * @return how many things are left: none is the proof
	 */
	@Transactional
	public long prove(UUID id) {
		HandOver handOver = hold(id);
		Map<HandOverKind, Long> counts = countedNow(handOver.agentId());
		this.tables.insertCounts(id, HandOverCount.Stage.PROOF, counts, now());
		long left = counts.values().stream().mapToLong(Long::longValue).sum();
		logger.info("Hand-over {} is proven up to {} things", id, left);
		return left;
	}

	/**
	 * Ends the employment after the last day, and with it the account. Only what is
	 * proven is closed.
	 * @return until when it can be undone
	 * @throws IllegalStateException when the latest proof found something
	 */
	@Transactional
	public Instant close(UUID id) {
		HandOver handOver = hold(id);
		Instant until = now().plus(this.settings.undoWithin());
		if (handOver.undoUntil() != null) {
			return handOver.undoUntil();
		}
		if (!isProven(id)) {
			throw new IllegalStateException("Hand-over " + id + " is not proven");
		}
		Agent agent = this.staff.get(handOver.agentId());
		LocalDate after = handOver.lastDay().plusDays(1);
		this.staff.changeEmployment(agent.id(), agent.employedFrom(),
				after.isAfter(agent.employedFrom()) ? after : agent.employedFrom().plusDays(1));
		this.tables.closed(id, now(), until);
		return until;
	}

	/** The first moment after the last day of the person who leaves. */
	public Instant lastDayOverAt(UUID id) {
		return get(id).lastDay().plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
	}

	/** Nobody objected in time: it is over. */
	@Transactional
	public void finish(UUID id) {
		if (hold(id).state() == HandOver.State.CLOSED) {
			this.tables.ended(id, HandOver.State.DONE, now());
		}
	}

	/**
	 * Says that it is not wanted any more, and publishes {@link HandOverCalledOff} so
	 * that it is undone.
	 * @param by the user id of who decides
	 * @throws HandOverProblem when it is over
	 */
	@Transactional
	public HandOver callOff(UUID id, @Nullable String why, String by) {
		HandOver handOver = hold(id);
		if (!handOver.state().isOpen()) {
			throw HandOverProblem.refused("Bàn giao này đã kết thúc, không hoàn tác được nữa.");
		}
		noteCalledOff(id, why, by);
		this.events.publishEvent(new HandOverCalledOff(id));
		return get(id);
	}

	/** Keeps who called it off, for a model that knows already. */
	@Transactional
	public void noteCalledOff(UUID id, @Nullable String why, String by) {
		this.tables.calledOff(id, by, (why != null) ? cut(why) : null);
	}

	/**
	 * Undoes one batch: account and employment first, then in the order in which it was
	 * handed over, a case before its tasks. What has changed hands again since stays
	 * where it is.
	 * @return whether anything is still to be undone behind it
	 */
	@Transactional
	public boolean undo(UUID id) {
		int tries = tries(id);
		HandOver handOver = hold(id);
		if (handOver.state() != HandOver.State.UNDOING) {
			restoreAccount(handOver);
			this.tables.state(id, HandOver.State.UNDOING);
		}
		List<HandOverItem> batch = this.tables.items(id, State.MOVED, sizeOf(tries));
		this.tables.save(id,
				batch.stream()
					.map((item) -> hasFailedAlone(tries) ? returned(item, setAside(item)) : returned(handOver, item))
					.toList());
		boolean more = done(id, handOver, HandOver.State.UNDOING, HandOver.State.UNDOING, State.MOVED);
		if (!more) {
			this.tables.ended(id, HandOver.State.UNDONE, now());
		}
		return more;
	}

	private HandOverItem returned(HandOver handOver, HandOverItem item) {
		String by = (handOver.endedBy() != null) ? handOver.endedBy() : handOver.requestedBy();
		Moved moved = of(item.kind())
			.move(new Move(item.ref(), item.toAgentId(), handOver.agentId(), item.kept(), "Hoàn tác bàn giao", by));
		return returned(item, with(item, moved, item.toAgentId(), item.movedAt()));
	}

	private static HandOverItem returned(HandOverItem item, HandOverItem tried) {
		State state = (tried.state() == State.MOVED) ? State.RETURNED : State.STAYED;
		return new HandOverItem(item.no(), item.kind(), item.ref(), item.detail(), item.customerId(), item.language(),
				item.workItemId(), item.proposedAgentId(), item.proposedBecause(), item.byRules(), item.chosenAgentId(),
				item.chosenBy(), state, tried.stateReason(), item.toAgentId(), item.kept(), item.movedAt());
	}

	/** The employment last: the account follows it, once. */
	private void restoreAccount(HandOver handOver) {
		Agent agent = this.staff.get(handOver.agentId());
		if (handOver.before().receiving()) {
			this.staff.startReceiving(agent.id());
		}
		else {
			this.staff.stopReceiving(agent.id(), String.valueOf(handOver.before().notReceivingReason()));
		}
		if (handOver.closedAt() != null) {
			this.staff.changeEmployment(agent.id(), agent.employedFrom(), handOver.before().employedUntil());
		}
	}

	/** How far it has come, by kind. */
	public List<HandOverProgress> progress(UUID id) {
		Map<HandOverKind, Map<State, Long>> tallies = new EnumMap<>(HandOverKind.class);
		this.tables.tallies(id)
			.forEach((tally) -> tallies.computeIfAbsent(tally.kind(), (kind) -> new EnumMap<>(State.class))
				.put(tally.state(), tally.number()));
		return tallies.entrySet()
			.stream()
			.map((entry) -> new HandOverProgress(entry.getKey(), entry.getValue()))
			.toList();
	}

	/** To whom how much of each kind shall go, while it is open. */
	public List<HandOverShare> shares(UUID id) {
		return this.tables.shares(id)
			.stream()
			.map((share) -> new HandOverShare(share.kind(), share.agentId(), share.number(), share.firstNo(),
					share.lastNo(), share.notByRules()))
			.sorted()
			.toList();
	}

	/** Who got anything, by user id. */
	public List<String> takers(UUID id) {
		return this.tables.takers(id);
	}

	/** Every counting, the first one first. */
	public List<HandOverCount> counts(UUID id) {
		return this.tables.counts(id);
	}

	/** Whether the latest counting found nothing. */
	public boolean isProven(UUID id) {
		List<HandOverCount> counts = this.tables.counts(id);
		int last = counts.stream().mapToInt(HandOverCount::no).max().orElse(0);
		List<HandOverCount> latest = counts.stream().filter((count) -> count.no() == last).toList();
		return !latest.isEmpty() && latest.stream()
			.allMatch((count) -> count.stage() == HandOverCount.Stage.PROOF && count.counted() == 0);
	}

	/**
	 * The first open items that a lead should look at: the rules found nobody for them,
	 * or they could not be handed over before.
	 */
	public List<HandOverItem> doubtfulItems(UUID id, int atMost) {
		return this.tables.doubtful(id, atMost);
	}

	/** Counts everything that refers to a person as responsible at this moment. */
	public Map<HandOverKind, Long> countedNow(String agentId) {
		Map<HandOverKind, Long> counts = new EnumMap<>(HandOverKind.class);
		this.responsibilities.forEach((kind, responsibility) -> counts.put(kind, responsibility.count(agentId)));
		return counts;
	}

	/** The kinds that somebody looks after. */
	Set<HandOverKind> kinds() {
		return this.responsibilities.keySet();
	}

	private boolean done(UUID id, HandOver handOver, HandOver.State meanwhile, HandOver.State after, State open) {
		boolean more = !this.tables.items(id, open, 1).isEmpty();
		this.tables.state(id, more ? meanwhile : after);
		this.tables.succeeded(id);
		logger.debug("Hand-over {} of {} goes on: {}", id, handOver.agentId(), more);
		return more;
	}

	private int sizeOf(int tries) {
		return Math.max(1, this.settings.batch() >> (BITS_OF_A_QUARTER * (tries - 1)));
	}

	private boolean hasFailedAlone(int tries) {
		return tries > 1 && this.settings.batch() >> (BITS_OF_A_QUARTER * (tries - 2)) == 0;
	}

	/** Counted apart, so that a batch that fails is counted too. */
	private int tries(UUID id) {
		Integer tries = this.apart.execute((status) -> this.tables.tries(id));
		return (tries != null) ? tries : 1;
	}

	private Responsibility of(HandOverKind kind) {
		Responsibility responsibility = this.responsibilities.get(kind);
		if (responsibility == null) {
			throw new IllegalStateException("Nobody looks after " + kind);
		}
		return responsibility;
	}

	private static HandOverItem with(HandOverItem item, Moved moved, @Nullable String to, @Nullable Instant at) {
		return new HandOverItem(item.no(), item.kind(), item.ref(), item.detail(), item.customerId(), item.language(),
				item.workItemId(), item.proposedAgentId(), item.proposedBecause(), item.byRules(), item.chosenAgentId(),
				item.chosenBy(), moved.state(), moved.reason(), to, moved.kept(), at);
	}

	private HandOver hold(UUID id) {
		return this.tables.hold(id).orElseThrow(() -> HandOverProblem.unknown(id));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static String shortened(String reason) {
		return reason.substring(0, Math.min(reason.length(), LONGEST_REASON / 4));
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(text.length(), LONGEST_REASON));
	}

}
