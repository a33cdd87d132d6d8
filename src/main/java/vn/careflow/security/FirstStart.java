package vn.careflow.security;

import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sets up roles, rights, filters and the first administrator before the first request is
 * served. Safe to repeat; of several nodes that start at once, each waits for the one
 * before.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

	static final String ADMINISTRATOR = "admin";

	private static final Logger logger = LoggerFactory.getLogger(FirstStart.class);

	private final SecuritySettings settings;

	private final IdentityService identity;

	private final Accounts accounts;

	private final Grants grants;

	private final TasklistFilters filters;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	FirstStart(SecuritySettings settings, IdentityService identity, Accounts accounts, Grants grants,
			TasklistFilters filters, JdbcClient jdbc, TransactionOperations transaction) {
		this.settings = settings;
		this.identity = identity;
		this.accounts = accounts;
		this.grants = grants;
		this.filters = filters;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Optional<String> madeUp = this.transaction.execute((status) -> {
			this.jdbc.sql("select id from installation for update").query(Integer.class).single();
			for (Role role : Role.values()) {
				this.accounts.ensureGroup(role.group(), role.label(), Accounts.ROLE);
			}
			this.grants.apply();
			this.filters.apply();
			return ensureAdministrator();
		});
		madeUp.ifPresent((password) -> logger.warn(
				"The administrator \"{}\" was created with the password {} - it is shown this once, change it after the first sign-in",
				ADMINISTRATOR, password));
	}

	/**
	 * Creates the first administrator unless there is one.
	 * @return the password, if it was made up here
	 */
	private Optional<String> ensureAdministrator() {
		if (this.identity.createUserQuery().memberOfGroup(Role.ADMINISTRATOR.group()).count() > 0) {
			return Optional.empty();
		}
		String configured = this.settings.adminPassword();
		String password = (configured != null) ? configured : this.accounts.randomPassword();
		this.accounts.ensureUser(ADMINISTRATOR, "Quản trị", "Careflow", null, password);
		this.identity.createMembership(ADMINISTRATOR, Role.ADMINISTRATOR.group());
		return (configured != null) ? Optional.empty() : Optional.of(password);
	}

}
