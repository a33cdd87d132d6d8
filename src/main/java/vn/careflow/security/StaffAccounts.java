package vn.careflow.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.careflow.staff.Agent;
import vn.careflow.staff.AgentChanged;
import vn.careflow.staff.AgentRegistered;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.staff.Team;
import vn.careflow.staff.TeamChanged;
import vn.careflow.staff.TeamRegistered;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the people and teams of the staff record sign in, in the same transaction in which
 * they are registered or changed. Who no longer works here loses every group, and with
 * them every right.
 */
@Component
class StaffAccounts {

	private final Staff staff;

	private final Accounts accounts;

	private final SecuritySettings settings;

	private final Clock clock;

	StaffAccounts(Staff staff, Accounts accounts, SecuritySettings settings, Clock clock) {
		this.staff = staff;
		this.accounts = accounts;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void on(TeamRegistered event) {
		this.staff.directory().team(event.teamId()).ifPresent(this::keep);
	}

	@EventListener
	void on(TeamChanged event) {
		this.staff.directory().team(event.teamId()).ifPresent(this::keep);
	}

	@EventListener
	void on(AgentRegistered event) {
		keep(this.staff.get(event.agentId()));
	}

	@EventListener
	void on(AgentChanged event) {
		keep(this.staff.get(event.agentId()));
	}

	private void keep(Team team) {
		this.accounts.ensureGroup(team.id(), team.name(), Accounts.TEAM);
	}

	private void keep(Agent agent) {
		// People read a name as the engine puts it together, first name before last name:
		// so the given name, which comes
		// last in Vietnamese, is the engine's last name.
		int space = agent.name().lastIndexOf(' ');
		this.accounts.ensureUser(agent.id(), agent.name().substring(0, Math.max(space, 0)),
				agent.name().substring(space + 1), agent.email(), this.settings.newAccountPassword());
		this.accounts.memberships(agent.id(),
				agent.isEmployedOn(LocalDate.now(this.clock)) ? groupsOf(agent) : Set.of());
	}

	private static Set<String> groupsOf(Agent agent) {
		return Stream.concat(agent.roles().stream().map(Role::groupId), agent.teams().stream())
			.collect(Collectors.toSet());
	}

}
