package vn.careflow.console;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.console.Colleagues.Colleague;
import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;
import vn.careflow.process.CaseTask;
import vn.careflow.process.OpenTask;
import vn.careflow.process.OpenTaskSearch;
import vn.careflow.process.OpenTasks;
import vn.careflow.process.OpenTasks.NamedFilter;

/**
 * What a lead chooses from who gives many tasks to somebody else at once: whose tasks, in
 * which list of Tasklist, and to whom.
 */
@RestController
@RequestMapping("/api/reassignments")
@Tag(name = "Phân công")
class ReassignableTasksController {

	private final OpenTasks tasks;

	private final Colleagues colleagues;

	private final CaseSubjects subjects;

	private final Customers customers;

	private final WhyYou people;

	private final Clock clock;

	ReassignableTasksController(OpenTasks tasks, Colleagues colleagues, CaseSubjects subjects, Customers customers,
			WhyYou people, Clock clock) {
		this.tasks = tasks;
		this.colleagues = colleagues;
		this.subjects = subjects;
		this.customers = customers;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping("/choices")
	@Operation(summary = "Những người có thể nhận việc và những danh sách để lọc")
	Choices choices(Principal me) {
		return new Choices(this.colleagues.of(null), this.tasks.filters(me.getName()));
	}

	@GetMapping("/tasks")
	@Operation(summary = "Việc đang mở, theo người giữ hoặc theo danh sách của Tasklist; sắp đến hạn trước")
	Page list(Principal me, @RequestParam(required = false) @Nullable @Size(max = 64) String agentId,
			@RequestParam(defaultValue = "false") boolean unassigned,
			@RequestParam(required = false) @Nullable @Size(max = 64) String filterId,
			@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
		OpenTaskSearch search = new OpenTaskSearch(agentId, unassigned, filterId);
		return new Page(this.tasks.list(search, page, size, me.getName()).stream().map(this::row).toList(), page, size,
				this.tasks.count(search, me.getName()));
	}

	private Row row(OpenTask open) {
		CaseTask task = open.task();
		Instant due = task.dueAt();
		return new Row(task.id(), open.name(), this.subjects.of(task).title(), customer(task), task.assignee(),
				(task.assignee() != null) ? this.people.nameOf(task.assignee()) : null,
				(due != null) ? due.atZone(this.clock.getZone()).toOffsetDateTime() : null,
				due != null && due.isBefore(this.clock.instant()), open.movable());
	}

	private @Nullable String customer(CaseTask task) {
		return task.uuid("customerId").flatMap((UUID id) -> this.customers.find(id)).map(Customer::name).orElse(null);
	}

	/**
	 * What there is to choose from.
	 *
	 * @param people who may have tasks and get some
	 * @param filters the lists of Tasklist
	 */
	record Choices(List<Colleague> people, List<NamedFilter> filters) {
	}

	/**
	 * Some tasks.
	 */
	record Page(List<Row> items, int page, int size, long total) {
	}

	/**
	 * A task as a lead chooses it.
	 *
	 * @param title what the case is about
	 * @param customerName whom it is about
	 * @param movable whether the case changes hands with it; a decision of a lead does
	 * not
	 */
	record Row(String taskId, String name, String title, @Nullable String customerName, @Nullable String agentId,
			@Nullable String agentName, @Nullable OffsetDateTime dueAt, boolean overdue, boolean movable) {
	}

}
