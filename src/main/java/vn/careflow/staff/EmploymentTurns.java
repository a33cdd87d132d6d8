package vn.careflow.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes {@link AgentChanged} when the day has come on which somebody's employment
 * begins or ends: nobody changes anything on that day, but accounts and work depend on
 * it. Each turn is told once, by whichever node finds it first.
 */
@Component
class EmploymentTurns {

	static final int AT_ONCE = 50;

	private final StaffDirectories directories;

	private final StaffTables tables;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	EmploymentTurns(StaffDirectories directories, StaffTables tables, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.directories = directories;
		this.tables = tables;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${careflow.staff.employment-every:1m}",
			initialDelayString = "${careflow.staff.employment-every:1m}")
	void tellAll() {
		int told = tellSome();
		while (told == AT_ONCE) {
			told = tellSome();
		}
	}

	/** Tells some turns in one transaction, and how many. */
	int tellSome() {
		Integer told = this.transaction.execute((status) -> tell(LocalDate.now(this.clock)));
		return (told != null) ? told : 0;
	}

	private int tell(LocalDate today) {
		List<String> people = this.tables.claimEmploymentTurns(today, AT_ONCE);
		StaffDirectory staff = this.directories.current();
		for (String agentId : people) {
			staff.find(agentId).ifPresent((agent) -> this.tables.tellEmployment(agentId, agent.isEmployedOn(today)));
			this.events.publishEvent(new AgentChanged(agentId));
		}
		return people.size();
	}

}
