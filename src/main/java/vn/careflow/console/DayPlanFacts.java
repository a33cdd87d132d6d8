package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contact;
import vn.careflow.contact.Contacts;
import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;
import vn.careflow.planning.DayPlanItem;
import vn.careflow.planning.DayPlans;
import vn.careflow.planning.ItemReasons;
import vn.careflow.process.CaseTask;
import vn.careflow.process.FormFacts;
import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;
import vn.careflow.staff.Staff;

/**
 * What a team lead reads in each row of a plan: whom it concerns, how it is, how it would
 * be, and why.
 */
@Component
class DayPlanFacts implements FormFacts {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm EEE dd/MM",
			Locale.forLanguageTag("vi-VN"));

	private final DayPlans plans;

	private final Customers customers;

	private final Contacts contacts;

	private final Staff staff;

	private final Clock clock;

	DayPlanFacts(DayPlans plans, Customers customers, Contacts contacts, Staff staff, Clock clock) {
		this.plans = plans;
		this.customers = customers;
		this.contacts = contacts;
		this.staff = staff;
		this.clock = clock;
	}

	@Override
	public Map<String, Object> about(CaseTask task) {
		return task.processKey().equals("plan-day")
				? task.caseUuid().map((planId) -> Map.<String, Object>of("planRows", rows(planId))).orElse(Map.of())
				: Map.of();
	}

	private String rows(UUID planId) {
		StaffDirectory directory = this.staff.directory();
		return this.plans.items(planId)
			.stream()
			.map((item) -> row(item, directory))
			.collect(Collectors.joining("\n\n"));
	}

	private String row(DayPlanItem item, StaffDirectory directory) {
		return "**%d.** %s%s\n%s\n%s".formatted(item.no(), who(item), decided(item), change(item, directory),
				why(item));
	}

	/** What somebody has decided over REST already. */
	private static String decided(DayPlanItem item) {
		return switch (item.state()) {
			case PROPOSED -> "";
			case ACCEPTED -> " · đã chấp nhận";
			case CHANGED -> " · đã đổi khác";
			case REJECTED -> " · đã giữ nguyên";
			case STALE -> " · không còn đúng";
		};
	}

	private String who(DayPlanItem item) {
		String channel = this.contacts.find(item.contactId())
			.map(Contact::channel)
			.map((known) -> " · " + Labels.ofChannel(known.name()))
			.orElse("");
		return this.customers.find(item.customerId())
			.map((Customer customer) -> "**%s** (%s)".formatted(Markdown.plain(customer.name()), customer.number()))
			.orElse("") + channel;
	}

	private String change(DayPlanItem item, StaffDirectory directory) {
		String from = place(item.fromAgentId(), item.fromSlotAt(), directory);
		return item.hasProposal()
				? from + " → **" + place(item.proposedAgentId(), item.proposedSlotAt(), directory) + "**"
				: from + " → **chưa xếp được**";
	}

	private String place(@Nullable String agentId, @Nullable Instant at, StaffDirectory directory) {
		String name = (agentId != null) ? directory.find(agentId).map(Agent::name).orElse(agentId) : "chưa có người";
		return Markdown.plain(name) + ((at != null) ? ", " + MOMENT.format(at.atZone(this.clock.getZone())) : "");
	}

	private static String why(DayPlanItem item) {
		if (!item.hasProposal()) {
			List<ItemReasons.RuleCheck> rules = item.reasons().rules();
			return "*" + Markdown.plain(rules.get(rules.size() - 1).said()) + "*";
		}
		String costs = item.reasons()
			.costs()
			.stream()
			.filter((cost) -> cost.before() != cost.after())
			.map((cost) -> "%s: %d → %d".formatted(cost.constraint(), cost.before(), cost.after()))
			.collect(Collectors.joining("; "));
		return costs.isEmpty() ? "*Để chia đều công việc*" : "*" + costs + "*";
	}

}
