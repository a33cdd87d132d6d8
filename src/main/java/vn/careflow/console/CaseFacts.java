package vn.careflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.careflow.contact.Contacts;
import vn.careflow.customer.Customer;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Timeline;
import vn.careflow.customer.TimelineEntry;
import vn.careflow.process.CareStandards;
import vn.careflow.process.CaseTask;
import vn.careflow.process.FormFacts;

/**
 * What an agent reads beside the fields of a form: the customer, the subject, the
 * deadline, the history in short, the script of the care standard, why it is theirs, and,
 * for a contact, why it is this hour.
 */
@Component
class CaseFacts implements FormFacts {

	private static final int HISTORY_LINES = 5;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm EEEE dd/MM/yyyy",
			Locale.forLanguageTag("vi-VN"));

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

	private final Customers customers;

	private final Timeline timeline;

	private final WhyYou whyYou;

	private final CareStandards standards;

	private final CaseSubjects subjects;

	private final Contacts contacts;

	private final ContactReasons contactReasons;

	private final Clock clock;

	CaseFacts(Customers customers, Timeline timeline, WhyYou whyYou, CareStandards standards, CaseSubjects subjects,
			Contacts contacts, ContactReasons contactReasons, Clock clock) {
		this.customers = customers;
		this.timeline = timeline;
		this.whyYou = whyYou;
		this.standards = standards;
		this.subjects = subjects;
		this.contacts = contacts;
		this.contactReasons = contactReasons;
		this.clock = clock;
	}

	@Override
	public Map<String, Object> about(CaseTask task) {
		Map<String, Object> facts = new LinkedHashMap<>();
		customer(task).ifPresent((customer) -> {
			describe(customer, facts);
			facts.put("historyText", history(customer.id()));
			facts.put("script", Markdown.plain(this.standards.scriptFor(task, customer.group().name())));
		});
		CaseSubjects.Subject subject = this.subjects.of(task);
		facts.put("caseTitle", Markdown.plain(subject.title()));
		facts.put("caseDetail", Markdown.plain(subject.detail()));
		facts.put("deadlineText", deadline(task));
		facts.put("whyYou", Markdown.plain(this.whyYou.about(task)));
		facts.put("whyNow", whyNow(task));
		return facts;
	}

	private Optional<Customer> customer(CaseTask task) {
		Optional<UUID> customerId = task.uuid("customerId").or(() -> this.subjects.customerOf(task));
		return customerId.flatMap(this.customers::find);
	}

	private void describe(Customer customer, Map<String, Object> facts) {
		facts.put("customerName", Markdown.plain(customer.name()));
		facts.put("customerNumber", customer.number());
		facts.put("customerPhone", Markdown.plain(customer.phone().orElse("")));
		String needs = customer.profile().needs().isEmpty() ? "chưa rõ nhu cầu"
				: "quan tâm: " + String.join(", ", customer.profile().needs());
		String standing = "%s · %s · %s".formatted(Labels.of(customer.group()), Labels.of(customer.potential()), needs);
		facts.put("customerSummary", Markdown.plain(standing) + policies(customer));
	}

	private String policies(Customer customer) {
		return this.standards.policiesFor(customer.group().name(), this.clock.instant())
			.stream()
			.map((policy) -> "\n\n**Chính sách:** " + Markdown.plain(policy))
			.collect(Collectors.joining());
	}

	private String history(UUID customerId) {
		List<TimelineEntry> entries = this.timeline.latest(customerId, HISTORY_LINES);
		return entries.stream().map(this::line).collect(Collectors.joining("\n"));
	}

	private String line(TimelineEntry entry) {
		return "- %s: %s".formatted(DAY.format(entry.at().atZone(this.clock.getZone())),
				Markdown.plain(entry.summary()));
	}

	private String deadline(CaseTask task) {
		Instant due = task.dueAt();
		if (due == null) {
			return "";
		}
		String moment = MOMENT.format(due.atZone(this.clock.getZone()));
		return due.isBefore(this.clock.instant()) ? moment + " (đã quá hạn)" : moment;
	}

	private String whyNow(CaseTask task) {
		return "contact-customer".equals(task.processKey())
				? task.caseUuid().flatMap(this.contacts::find).map(this.contactReasons::whyThen).orElse("") : "";
	}

}
