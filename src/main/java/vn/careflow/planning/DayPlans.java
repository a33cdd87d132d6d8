package vn.careflow.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.contact.Contact;
import vn.careflow.contact.Contacts;
import vn.careflow.contact.RefusedSlot;
import vn.careflow.contact.MovedContact;
import vn.careflow.contact.PlannableContacts;
import vn.careflow.staff.Staff;
import vn.careflow.staff.WorkCalendars;

/**
 * Plans of a team's days: proposed by the search, decided about by the team lead item by
 * item, and carried out under the same guards as any other change.
 */
@Service
public class DayPlans {

	private static final Logger logger = LoggerFactory.getLogger(DayPlans.class);

	private static final int LONGEST_REASON = 1000;

	private final DayPlanStore store;

	private final DayPlanner planner;

	private final MoveGuards guards;

	private final Contacts contacts;

	private final PlannableContacts plannable;

	private final Staff staff;

	private final WorkCalendars calendars;

	private final PlanningSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DayPlans(DayPlanStore store, DayPlanner planner, MoveGuards guards, Contacts contacts, PlannableContacts plannable,
			Staff staff, WorkCalendars calendars, PlanningSettings settings, ApplicationEventPublisher events,
			Clock clock) {
		this.store = store;
		this.planner = planner;
		this.guards = guards;
		this.contacts = contacts;
		this.plannable = plannable;
		this.staff = staff;
		this.calendars = calendars;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Puts a plan that somebody wants on record, once: the same id gives back the one
	 * that is there. It proposes nothing yet.
	 * @param days how many working days, the present one included while it lasts; 1 to 31
	 * @param by the user id of who asks
	 * @throws DayPlanProblem when there is no such team
	 */
	@Transactional
	public DayPlan register(UUID planId, String teamId, int days, String by) {
		if (this.staff.directory().team(teamId).isEmpty()) {
			throw DayPlanProblem.unknownTeam(teamId);
		}
		this.store.insert(new DayPlan(planId, teamId, days, DayPlanState.REQUESTED, by, now(), null, null, null, null,
				null, null));
		return get(planId);
	}

	/** The same, and publishes {@link DayPlanRequested} so that it is worked out. */
	@Transactional
	public DayPlan request(UUID planId, String teamId, int days, String by) {
		DayPlan plan = register(planId, teamId, days, by);
		this.events.publishEvent(new DayPlanRequested(planId, teamId));
		return plan;
	}

	/**
	 * Works a plan out; takes up to the time limit of the search. A plan that is worked
	 * out stays as it is.
	 * @return the plan, PROPOSED or EMPTY when there is nothing to change
	 */
	@Transactional
	public DayPlan propose(UUID planId) {
		DayPlan plan = hold(planId);
		if (plan.state() != DayPlanState.REQUESTED) {
			return plan;
		}
		Instant now = now();
		Instant from = now.plus(this.settings.lead());
		Instant until = endOf(plan.days(), from);
		DayPlanner.Proposal proposal = this.planner.propose(plan.teamId(), from, until);
		boolean empty = proposal.items().isEmpty();
		this.store.saveProposed(new DayPlan(planId, plan.teamId(), plan.days(),
				empty ? DayPlanState.EMPTY : DayPlanState.PROPOSED, plan.requestedBy(), plan.requestedAt(), from, until,
				now, endOf(1, now), empty ? now : null, proposal.summary()));
		for (int i = 0; i < proposal.items().size(); i++) {
			this.store.insert(item(planId, i + 1, proposal.items().get(i)));
		}
		logger.info("Plan {} of team {} looked at {} contacts and would move {} in {} ms", planId, plan.teamId(),
				proposal.summary().contacts(), proposal.summary().moved(), proposal.summary().tookMillis());
		return get(planId);
	}

	private static DayPlanItem item(UUID planId, int no, DayPlanner.Item item) {
		Contact contact = item.contact();
		Instant slot = contact.slotAt();
		if (slot == null) {
			throw new IllegalStateException("Contact " + contact.id() + " has no slot");
		}
		return new DayPlanItem(planId, no, contact.id(), contact.customerId(), contact.agentId(), slot, item.agentId(),
				item.slotAt(), null, null, item.reasons(), ItemState.PROPOSED, null, null, null, null);
	}

	/**
	 * The plan with this id.
	 * @throws DayPlanProblem when there is none
	 */
	public DayPlan get(UUID planId) {
		return find(planId).orElseThrow(() -> DayPlanProblem.unknownPlan(planId));
	}

	public Optional<DayPlan> find(UUID planId) {
		return this.store.find(planId);
	}

	/** What a plan would change, in order. */
	public List<DayPlanItem> items(UUID planId) {
		return this.store.items(planId);
	}

	/** The plans of a team, or of all, the latest first. */
	List<DayPlan> latest(@Nullable String teamId, int page, int size) {
		return this.store.latest(teamId, size, page * size);
	}

	long count(@Nullable String teamId) {
		return this.store.count(teamId);
	}

	/**
	 * Accepts a proposed change; it is carried out with the plan.
	 * @return refused, with the reason, when the item is stale, has no proposal, or the
	 * plan is closed
	 */
	@Transactional
	public ItemDecision accept(UUID planId, int no, String by) {
		return decide(planId, no, by, (plan, item) -> {
			if (!item.hasProposal()) {
				return refused(item, List.of("Không có đề xuất nào cho lần liên hệ này."));
			}
			return new ItemDecision(decided(item, ItemState.ACCEPTED, null, null, null, by), List.of());
		});
	}

	/**
	 * Leaves a contact as it is.
	 * @param why for the history, may be empty
	 */
	@Transactional
	public ItemDecision reject(UUID planId, int no, @Nullable String why, String by) {
		return decide(planId, no, by,
				(plan, item) -> new ItemDecision(decided(item, ItemState.REJECTED, null, null, why, by), List.of()));
	}

	/**
	 * Wants another change than the proposed one.
	 * @param agentId who shall have the contact
	 * @param slotAt when it shall begin
	 * @return refused, with the rules, when one that binds refuses it at this moment
	 */
	@Transactional
	public ItemDecision change(UUID planId, int no, String agentId, Instant slotAt, String by) {
		Instant moment = slotAt.truncatedTo(ChronoUnit.MICROS);
		return decide(planId, no, by, (plan, item) -> {
			DayPlanItem changed = decided(item, ItemState.CHANGED, agentId, moment, null, by);
			Map<UUID, Move> moves = wanted(planId);
			moves.put(item.contactId(), new Move(this.contacts.get(item.contactId()), agentId, moment));
			List<String> refusals = this.guards.refusals(plan.teamId(), moves.values())
				.getOrDefault(item.contactId(), List.of());
			return refusals.isEmpty() ? new ItemDecision(changed, List.of()) : refused(item, refusals);
		});
	}

	/**
	 * Accepts every proposed change that nobody has decided about yet.
	 * @return how many
	 */
	@Transactional
	public int acceptAll(UUID planId, String by) {
		return (int) items(planId).stream()
			.filter((item) -> item.state() == ItemState.PROPOSED && item.hasProposal())
			.filter((item) -> accept(planId, item.no(), by).isTaken())
			.count();
	}

	/**
	 * Tells whoever waits for the decisions that they are made, and carries the plan out.
	 */
	@Transactional
	public DayPlan conclude(UUID planId) {
		get(planId);
		this.events.publishEvent(new DayPlanReviewed(planId));
		return apply(planId);
	}

	/**
	 * Carries out what was accepted or changed, each move once, after every rule that
	 * binds was asked again. What a rule refuses now, or what changed meanwhile, becomes
	 * stale and says why. Applying again changes nothing.
	 */
	@Transactional
	public DayPlan apply(UUID planId) {
		DayPlan plan = hold(planId);
		if (plan.state() != DayPlanState.PROPOSED) {
			return plan;
		}
		Map<UUID, DayPlanItem> items = fresh(planId);
		Map<UUID, Move> moves = moves(items);
		Map<UUID, List<String>> refusals = this.guards.refusals(plan.teamId(), moves.values());
		while (!refusals.isEmpty()) {
			refusals.forEach((contactId, reasons) -> {
				moves.remove(contactId);
				this.store.save(stale(items.get(contactId), reasons));
			});
			refusals = this.guards.refusals(plan.teamId(), moves.values());
		}
		carryOut(items, new ArrayList<>(moves.values()));
		this.store.close(planId, DayPlanState.APPLIED, now());
		return get(planId);
	}

	/** Those whose contacts have not changed since; the others become stale. */
	private Map<UUID, DayPlanItem> fresh(UUID planId) {
		Map<UUID, DayPlanItem> fresh = new LinkedHashMap<>();
		for (DayPlanItem item : items(planId)) {
			if (item.state().isWanted() && item.appliedAt() == null) {
				this.guards.changeOf(item, this.contacts.get(item.contactId()))
					.ifPresentOrElse((why) -> this.store.save(stale(item, List.of(why))),
							() -> fresh.put(item.contactId(), item));
			}
		}
		return fresh;
	}

	private Map<UUID, Move> wanted(UUID planId) {
		Map<UUID, DayPlanItem> items = new LinkedHashMap<>();
		items(planId).stream()
			.filter((item) -> item.state().isWanted())
			.forEach((item) -> items.put(item.contactId(), item));
		return moves(items);
	}

	private Map<UUID, Move> moves(Map<UUID, DayPlanItem> items) {
		Map<UUID, Move> moves = new LinkedHashMap<>();
		items.values().forEach((item) -> {
			String agentId = item.targetAgentId();
			Instant slotAt = item.targetSlotAt();
			if (agentId != null && slotAt != null) {
				moves.put(item.contactId(), new Move(this.contacts.get(item.contactId()), agentId, slotAt));
			}
		});
		return moves;
	}

	/**
	 * Moves one contact after the other. One that a quota refuses may be permitted once
	 * another one to the same number has moved.
	 */
	private void carryOut(Map<UUID, DayPlanItem> items, List<Move> moves) {
		List<Move> waiting = moves;
		boolean progress = true;
		while (progress && !waiting.isEmpty()) {
			List<Move> refused = waiting.stream().filter((move) -> !isCarriedOut(items.get(move.id()), move)).toList();
			progress = refused.size() < waiting.size();
			waiting = refused;
		}
	}

	private boolean isCarriedOut(DayPlanItem item, Move move) {
		MovedContact answer = this.plannable.move(move.id(), move.slotAt(), move.agentId());
		this.store.save(answer.slot()
			.map((slot) -> new DayPlanItem(item.planId(), item.no(), item.contactId(), item.customerId(),
					item.fromAgentId(), item.fromSlotAt(), item.proposedAgentId(), item.proposedSlotAt(),
					item.chosenAgentId(), item.chosenSlotAt(), item.reasons(), item.state(), item.stateReason(),
					item.decidedBy(), item.decidedAt(), now()))
			.orElseGet(() -> stale(item, answer.refused().stream().map(RefusedSlot::reason).toList())));
		return answer.slot().isPresent();
	}

	/** Closes a plan that nobody concluded in time; its contacts stay as they are. */
	@Transactional
	public DayPlan expire(UUID planId) {
		DayPlan plan = hold(planId);
		if (plan.state() == DayPlanState.PROPOSED || plan.state() == DayPlanState.REQUESTED) {
			this.store.close(planId, DayPlanState.EXPIRED, now());
		}
		return get(planId);
	}

	private ItemDecision decide(UUID planId, int no, String by, Deciding deciding) {
		DayPlan plan = hold(planId);
		DayPlanItem item = this.store.item(planId, no).orElseThrow(() -> DayPlanProblem.unknownItem(planId, no));
		if (plan.state() != DayPlanState.PROPOSED) {
			return refused(item, List.of("Kế hoạch đã đóng."));
		}
		Optional<String> changed = this.guards.changeOf(item, this.contacts.get(item.contactId()));
		if (changed.isPresent()) {
			DayPlanItem stale = stale(item, List.of(changed.get()));
			this.store.save(stale);
			return refused(stale, List.of(changed.get()));
		}
		ItemDecision decision = deciding.decide(plan, item);
		if (decision.isTaken()) {
			this.store.save(decision.item());
		}
		return decision;
	}

	private DayPlanItem decided(DayPlanItem item, ItemState state, @Nullable String agentId, @Nullable Instant slotAt,
			@Nullable String why, String by) {
		return new DayPlanItem(item.planId(), item.no(), item.contactId(), item.customerId(), item.fromAgentId(),
				item.fromSlotAt(), item.proposedAgentId(), item.proposedSlotAt(), agentId, slotAt, item.reasons(),
				state, cut(why), by, now(), null);
	}

	private static DayPlanItem stale(DayPlanItem item, List<String> reasons) {
		return new DayPlanItem(item.planId(), item.no(), item.contactId(), item.customerId(), item.fromAgentId(),
				item.fromSlotAt(), item.proposedAgentId(), item.proposedSlotAt(), item.chosenAgentId(),
				item.chosenSlotAt(), item.reasons(), ItemState.STALE, cut(String.join(" ", reasons)), item.decidedBy(),
				item.decidedAt(), null);
	}

	private static ItemDecision refused(DayPlanItem item, List<String> reasons) {
		return new ItemDecision(item, reasons);
	}

	private static @Nullable String cut(@Nullable String text) {
		return (text != null && text.length() > LONGEST_REASON) ? text.substring(0, LONGEST_REASON) : text;
	}

	private DayPlan hold(UUID planId) {
		return this.store.hold(planId).orElseThrow(() -> DayPlanProblem.unknownPlan(planId));
	}

	/** The end of the last of so many working days, the present one included. */
	private Instant endOf(int days, Instant from) {
		BusinessCalendar calendar = this.calendars.named(this.settings.calendar());
		LocalDate day = dayOf(calendar.nextOpen(from), calendar);
		for (int i = 1; i < days; i++) {
			day = dayOf(calendar.nextOpen(startOf(day.plusDays(1), calendar)), calendar);
		}
		return calendar.lastOpenBefore(startOf(day.plusDays(1), calendar));
	}

	private static LocalDate dayOf(Instant at, BusinessCalendar calendar) {
		return at.atZone(calendar.zone()).toLocalDate();
	}

	private static Instant startOf(LocalDate day, BusinessCalendar calendar) {
		return day.atStartOfDay(calendar.zone()).toInstant();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * What is decided about an item of a plan that is open.
	 */
	private interface Deciding {

		ItemDecision decide(DayPlan plan, DayPlanItem item);

	}

}
