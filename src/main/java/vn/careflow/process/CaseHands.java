package vn.careflow.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.careflow.assignment.AgentAssignment;
import vn.careflow.assignment.AssignmentDecision;
import vn.careflow.assignment.Proposal;
import vn.careflow.assignment.Reassignment;
import vn.careflow.assignment.WaitingItem;
import vn.careflow.assignment.WaitingWork;
import vn.careflow.assignment.WorkItem;
import vn.careflow.process.HandAnswer.Given;
import vn.careflow.process.HandAnswer.Refused;
import vn.careflow.staff.Agent;
import vn.careflow.staff.Staff;

/**
 * The one place where work changes hands: an agent gives it back or passes it on, a lead
 * reassigns one piece or many, somebody takes it from the queue.
 * <p>
 * Each change is in the history of the assignment and on the customer's timeline with
 * from, to and why; task, case and what it is about follow in the same transaction; the
 * former person, the new one and the team's lead are told, except for whoever did it.
 */
@Service
public class CaseHands {

	private static final Logger logger = LoggerFactory.getLogger(CaseHands.class);

	private static final int ATTEMPTS = 3;

	private static final String NEVER_ASSIGNED = "Việc này chưa từng được phân công theo quy tắc.";

	private final AgentAssignment assignment;

	private final WaitingWork waiting;

	private final RunningWork work;

	private final Staff staff;

	private final AppointmentHands appointments;

	private final CaseMoves moves;

	private final HeldTasks held;

	private final TaskService tasks;

	private final TransactionTemplate transaction;

	CaseHands(AgentAssignment assignment, WaitingWork waiting, RunningWork work, Staff staff,
			AppointmentHands appointments, CaseMoves moves, HeldTasks held, TaskService tasks,
			PlatformTransactionManager transactions) {
		this.assignment = assignment;
		this.waiting = waiting;
		this.work = work;
		this.staff = staff;
		this.appointments = appointments;
		this.moves = moves;
		this.held = held;
		this.tasks = tasks;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Whoever has a task gives it back: the rules decide anew without this person. With
	 * nobody else eligible the case waits in the team's queue.
	 * @param taskId an open task
	 * @param by the user id of who has it
	 * @param reason why, at most 1000 characters
	 * @throws TaskNotFound when there is no such task
	 */
	@Transactional
	public HandAnswer giveBack(String taskId, String by, String reason) {
		HeldTask task = this.held.get(taskId);
		return notHeldBy(by, task).orElseGet(() -> anew(task, by, reason));
	}

	/**
	 * Whoever has a task passes it on to a colleague whom the rules find eligible.
	 * @param taskId an open task
	 * @param to the user id of the colleague
	 * @param by the user id of who has it
	 * @param reason why, at most 1000 characters
	 * @return refused with everything that speaks against the colleague
	 * @throws TaskNotFound when there is no such task
	 */
	@Transactional
	public HandAnswer passOn(String taskId, String to, String by, String reason) {
		HeldTask task = this.held.get(taskId);
		return notHeldBy(by, task).or(() -> ineligible(task, to)).orElseGet(() -> give(task, to, by, reason));
	}

	/**
	 * A lead reassigns the case of a task.
	 * @param taskId an open task
	 * @param to the user id of who shall have it, who may be beyond capacity or without a
	 * skill; null lets the rules decide, without who has it now
	 * @param by the user id of who decides it
	 * @param reason why, at most 1000 characters
	 * @throws TaskNotFound when there is no such task
	 */
	@Transactional
	public HandAnswer reassign(String taskId, @Nullable String to, String by, String reason) {
		HeldTask task = this.held.get(taskId);
		return (to != null) ? give(task, to, by, reason) : anew(task, by, reason);
	}

	/**
	 * Reassigns a case that may have no open task at this moment, like
	 * {@link #reassign(String, String, String, String)}.
	 * @param caseId the business key of the case, which is the work item
	 */
	@Transactional
	public HandAnswer reassign(UUID caseId, @Nullable String to, String by, String reason) {
		return (to != null) ? give(caseId, to, by, reason) : anew(caseId, by, reason);
	}

	/**
	 * What would become of tasks if they were reassigned now. Changes nothing.
	 * @param taskIds the tasks, each once
	 * @param to who shall have all of them; null lets the rules decide about each, and
	 * what is proposed counts for those behind it
	 * @param by who asks
	 * @return one proposal for each, in the same order
	 */
	@Transactional(readOnly = true)
	public List<HandProposal> preview(List<String> taskIds, @Nullable String to, String by) {
		List<String> each = List.copyOf(new LinkedHashSet<>(taskIds));
		return (to == null) ? proposeByRules(each) : each.stream()
			.map((taskId) -> this.held.find(taskId).map((task) -> propose(task, to)).orElseGet(() -> gone(taskId)))
			.toList();
	}

	/**
	 * Reassigns tasks one after the other, each in a transaction of its own: what cannot
	 * be done holds up nothing else.
	 * @param taskIds the tasks, each once
	 * @param to who shall have all of them; null lets the rules decide
	 * @param by the user id of who decides it
	 * @param reason why, at most 1000 characters
	 * @return one result for each, in the same order
	 */
	public List<HandResult> reassignAll(List<String> taskIds, @Nullable String to, String by, String reason) {
		List<HandResult> results = new ArrayList<>();
		for (String taskId : new LinkedHashSet<>(taskIds)) {
			results.add(reassignOne(taskId, to, by, reason));
		}
		return results;
	}

	/**
	 * A lead named somebody in a form.
	 * @throws FormRejected with the reason when the person cannot have it
	 */
	@Transactional
	public void giveByForm(UUID caseId, String agentId, String reason, String by) {
		if (give(caseId, agentId, by, reason) instanceof Refused refused) {
			throw new FormRejected(CaseVariables.NEW_AGENT_ID.name(),
					"Không giao được việc này: %s".formatted(refused.text()));
		}
	}

	/**
	 * Somebody has the task in Tasklist from now on, by taking it from the queue or
	 * because it was set there. Whoever takes work on has it, even one more than the
	 * rules would have given them; but nobody who has left or is absent.
	 * @param by who did it, {@code system} when nobody is signed in
	 * @throws FormRejected with the reason when a person wants what cannot be
	 */
	@Transactional
	public void taken(UUID caseId, String agentId, String by) {
		if (by.equals(CaseKeys.SYSTEM)) {
			takenUnseen(caseId, agentId);
			return;
		}
		String reason = agentId.equals(by) ? "Nhận việc trong Tasklist" : "Giao việc trong Tasklist";
		if (give(caseId, agentId, by, reason) instanceof Refused refused) {
			throw new FormRejected(CaseVariables.AGENT_ID.name(), refused.text());
		}
	}

	/** No person did it, so nobody can be refused: the case follows its task. */
	private void takenUnseen(UUID caseId, String agentId) {
		if (this.appointments.has(caseId)) {
			if (this.appointments.give(caseId, agentId, agentId, "Nhận việc") instanceof Refused refused) {
				throw new FormRejected(CaseVariables.AGENT_ID.name(), refused.text());
			}
			return;
		}
		this.waiting.hold(caseId);
		String from = holderOf(caseId);
		Reassignment answer = this.assignment.reassign(caseId, agentId, "Nhận việc", agentId);
		String why = (answer instanceof Reassignment.Done done) ? done.decision().summary()
				: ((Reassignment.Refused) answer).reason();
		this.moves.carryOut(new CaseMove(caseId, from, agentId, why, agentId, UUID.randomUUID()));
	}

	/**
	 * Tries again to find somebody for a case that waits, which the caller holds.
	 * @return whether somebody has it now
	 */
	@Transactional
	boolean retry(WaitingItem waits) {
		UUID caseId = waits.workItemId();
		Optional<WorkItem> item = this.work.itemOf(caseId);
		if (item.isEmpty()) {
			this.waiting.done(caseId);
			return false;
		}
		Optional<AssignmentDecision> found = this.assignment.tryAgain(item.get());
		found.ifPresentOrElse((decision) -> carried(caseId, null, decision, null),
				() -> this.waiting.triedInVain(item.get(), waits));
		return found.isPresent();
	}

	/**
	 * Something that the rules look at has changed: who has the case keeps it if they
	 * still may.
	 */
	@Transactional
	void reconsider(WorkItem changed, String why, String by) {
		this.waiting.hold(changed.id());
		String from = holderOf(changed.id());
		carried(changed.id(), from, this.assignment.reconsider(changed, why, by), by);
	}

	private HandResult reassignOne(String taskId, @Nullable String to, String by, String reason) {
		Optional<HeldTask> task = this.held.find(taskId);
		if (task.isEmpty()) {
			return new HandResult(taskId, null, "", null, null, false, gone(taskId).objection());
		}
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			try {
				HandAnswer answer = this.transaction.execute((status) -> reassign(taskId, to, by, reason));
				return result(task.get(), Objects.requireNonNull(answer));
			}
			catch (OptimisticLockingException | ConcurrencyFailureException ex) {
				logger.debug("Task {} changed while it was reassigned, attempt {}", taskId, attempt);
			}
			catch (TaskNotFound ex) {
				return new HandResult(taskId, task.get().caseId(), task.get().name(), task.get().assignee(), null,
						false, gone(taskId).objection());
			}
		}
		return new HandResult(taskId, task.get().caseId(), task.get().name(), task.get().assignee(), null, false,
				"Việc này đang được người khác thay đổi, hãy thử lại.");
	}

	private static HandResult result(HeldTask task, HandAnswer answer) {
		if (answer instanceof Given given) {
			return new HandResult(task.id(), task.caseId(), task.name(), given.from(), given.to(),
					!Objects.equals(given.from(), given.to()), given.why());
		}
		return new HandResult(task.id(), task.caseId(), task.name(), task.assignee(), task.assignee(), false,
				((Refused) answer).text());
	}

	private static HandProposal gone(String taskId) {
		return new HandProposal(taskId, null, "", null, null, "", "Công việc này đã xong hoặc không còn nữa.");
	}

	private HandProposal propose(HeldTask task, String to) {
		UUID caseId = task.responsibleCase();
		Optional<String> objection = to.equals(task.assignee()) ? Optional.of(nameOf(to) + " đang giữ việc này.")
				: (caseId != null) ? objectionTo(caseId, to) : Optional.empty();
		return objection.map((reason) -> refused(task, to, reason))
			.orElseGet(() -> new HandProposal(task.id(), task.caseId(), task.name(), task.assignee(), to,
					"Giao cho %s theo lựa chọn của bạn.".formatted(nameOf(to)) + notes(task, to), null));
	}

	/** What the rules would say, which does not bind a lead. */
	private String notes(HeldTask task, String to) {
		List<String> notes = Optional.ofNullable(task.responsibleCase())
			.filter((caseId) -> !this.appointments.has(caseId))
			.flatMap(this.work::itemOf)
			.map((item) -> this.assignment.objectionsTo(item, to))
			.orElse(List.of());
		return notes.isEmpty() ? "" : " Lưu ý: " + String.join(" ", notes);
	}

	private Optional<String> objectionTo(UUID caseId, String to) {
		if (this.appointments.has(caseId)) {
			return this.appointments.objectionTo(to);
		}
		try {
			return this.assignment.objectionTo(caseId, to).map((reason) -> reason + ".");
		}
		catch (NoSuchElementException ex) {
			return Optional.of(NEVER_ASSIGNED);
		}
	}

	/**
	 * What the rules would do with each, one after the other, without who has it now.
	 * What one of them is given counts for the next, so they are asked about together.
	 */
	private List<HandProposal> proposeByRules(List<String> taskIds) {
		Map<String, HeldTask> tasks = new LinkedHashMap<>();
		taskIds.forEach((taskId) -> this.held.find(taskId).ifPresent((task) -> tasks.put(taskId, task)));
		Map<UUID, WorkItem> items = new LinkedHashMap<>();
		tasks.values().forEach((task) -> itemWithoutHolder(task).ifPresent((item) -> items.put(item.id(), item)));
		Map<UUID, Proposal> proposals = new HashMap<>();
		this.assignment.propose(List.copyOf(items.values()), Set.of())
			.forEach((proposal) -> proposals.put(proposal.workItemId(), proposal));
		return taskIds.stream().map((taskId) -> {
			HeldTask task = tasks.get(taskId);
			return (task != null) ? byRules(task, proposals.get(task.responsibleCase())) : gone(taskId);
		}).toList();
	}

	private Optional<WorkItem> itemWithoutHolder(HeldTask task) {
		UUID caseId = task.responsibleCase();
		if (caseId == null || this.appointments.has(caseId)) {
			return Optional.empty();
		}
		return this.work.itemOf(caseId).map((item) -> {
			Set<String> without = new TreeSet<>(item.excluded());
			Optional.ofNullable(holderOf(caseId)).ifPresent(without::add);
			return item.excluding(without);
		});
	}

	private static HandProposal byRules(HeldTask task, @Nullable Proposal proposal) {
		if (proposal == null) {
			return refused(task, null, "Quy tắc không chọn người cho việc này: hãy chọn một người.");
		}
		return proposal.agentId()
			.map((to) -> new HandProposal(task.id(), task.caseId(), task.name(), task.assignee(), to,
					proposal.summary(), null))
			.orElseGet(() -> refused(task, null, proposal.summary()));
	}

	private static HandProposal refused(HeldTask task, @Nullable String to, String objection) {
		return new HandProposal(task.id(), task.caseId(), task.name(), task.assignee(), to, "", objection);
	}

	private String nameOf(String agentId) {
		return this.staff.find(agentId).map(Agent::name).orElse(agentId);
	}

	private Optional<HandAnswer> notHeldBy(String by, HeldTask task) {
		return by.equals(task.assignee()) ? Optional.empty()
				: Optional.of(Refused.because("Chỉ người đang giữ việc này mới trả lại hoặc chuyển được."));
	}

	/**
	 * Everything that the rules say against a colleague; who is asked sees it at once.
	 */
	private Optional<HandAnswer> ineligible(HeldTask task, String to) {
		UUID caseId = task.responsibleCase();
		if (caseId == null || this.appointments.has(caseId)) {
			return Optional.empty();
		}
		return this.work.itemOf(caseId)
			.map((item) -> this.assignment.objectionsTo(item, to))
			.filter((reasons) -> !reasons.isEmpty())
			.map(Refused::new);
	}

	private HandAnswer give(HeldTask task, String to, String by, String reason) {
		UUID caseId = task.responsibleCase();
		if (caseId != null) {
			return give(caseId, to, by, reason);
		}
		this.tasks.setAssignee(task.id(), to);
		return new Given(task.assignee(), to, reason);
	}

	private HandAnswer anew(HeldTask task, String by, String reason) {
		UUID caseId = task.responsibleCase();
		if (caseId != null) {
			return anew(caseId, by, reason);
		}
		this.tasks.setAssignee(task.id(), null);
		return new Given(task.assignee(), null, reason);
	}

	private HandAnswer give(UUID caseId, String to, String by, String reason) {
		if (this.appointments.has(caseId)) {
			return this.appointments.give(caseId, to, by, reason);
		}
		this.waiting.hold(caseId);
		String from = holderOf(caseId);
		try {
			Reassignment answer = this.assignment.reassign(caseId, to, reason, by);
			if (answer instanceof Reassignment.Done done) {
				return carried(caseId, from, done.decision(), by);
			}
			return Refused.because(((Reassignment.Refused) answer).reason() + ".");
		}
		catch (NoSuchElementException ex) {
			return neverAssigned();
		}
	}

	private HandAnswer anew(UUID caseId, String by, String reason) {
		if (this.appointments.has(caseId)) {
			return this.appointments.giveToAnybody(caseId, by, reason);
		}
		this.waiting.hold(caseId);
		String from = holderOf(caseId);
		if (from != null) {
			return carried(caseId, from, this.assignment.giveBack(caseId, reason, by), by);
		}
		Optional<WorkItem> item = this.work.itemOf(caseId);
		return item.isEmpty() ? neverAssigned()
				: this.assignment.tryAgain(item.get())
					.map((decision) -> carried(caseId, null, decision, by))
					.orElseGet(() -> new Given(null, null, whyNobody(caseId)));
	}

	private String whyNobody(UUID caseId) {
		return this.assignment.decisionFor(caseId)
			.map(AssignmentDecision::summary)
			.orElse("Chưa có ai nhận được việc này.");
	}

	private HandAnswer carried(UUID caseId, @Nullable String from, AssignmentDecision decision, @Nullable String by) {
		String to = decision.agentId().orElse(null);
		if (!Objects.equals(from, to)) {
			this.moves.carryOutAndTell(new CaseMove(caseId, from, to, decision.summary(), by, decision.id()));
		}
		return new Given(from, to, decision.summary());
	}

	private static HandAnswer neverAssigned() {
		return Refused.because(NEVER_ASSIGNED);
	}

	private @Nullable String holderOf(UUID caseId) {
		return this.assignment.decisionFor(caseId)
			.filter((decision) -> decision.endedAt().isEmpty())
			.flatMap(AssignmentDecision::agentId)
			.orElse(null);
	}

}
