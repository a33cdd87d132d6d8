package vn.careflow.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people and teams who can sign in: users and groups of the engine. They follow the
 * staff record, never the other way round.
 */
@Service
public class Accounts {

	/** Type of a group that is a team. */
	public static final String TEAM = "TEAM";

	/** Type of a group that is a role. */
	public static final String ROLE = "ROLE";

	private final IdentityService identity;

	private final SecureRandom random = new SecureRandom();

	Accounts(IdentityService identity) {
		this.identity = identity;
	}

	/**
	 * Makes sure that this person has an account under this name.
	 * @param id user id, which is the agent's id
	 * @param firstName given name
	 * @param lastName family name
	 * @param email address, or null
	 * @param password of a new account; null: nobody can sign in to it before an
	 * administrator has set one. The password of an account that exists is never touched
	 * @throws RuntimeException if a new password breaks the password policy
	 */
	@Transactional
	public void ensureUser(String id, String firstName, String lastName, @Nullable String email,
			@Nullable String password) {
		asSystem(() -> {
			User existing = this.identity.createUserQuery().userId(id).singleResult();
			User user = (existing != null) ? existing : this.identity.newUser(id);
			user.setFirstName(firstName);
			user.setLastName(lastName);
			user.setEmail(email);
			if (existing == null) {
				user.setPassword((password != null) ? password : randomPassword());
			}
			this.identity.saveUser(user);
			return user;
		});
	}

	/**
	 * Makes sure that this group exists under this name.
	 * @param id group id
	 * @param name what people read
	 * @param type {@link #TEAM} or {@link #ROLE}
	 */
	@Transactional
	public void ensureGroup(String id, String name, String type) {
		asSystem(() -> {
			Group existing = this.identity.createGroupQuery().groupId(id).singleResult();
			Group group = (existing != null) ? existing : this.identity.newGroup(id);
			group.setName(name);
			group.setType(type);
			this.identity.saveGroup(group);
			return group;
		});
	}

	/**
	 * Makes this user a member of exactly these groups. Membership of the administrators
	 * is neither given nor taken here.
	 * @param userId an existing account
	 * @param groupIds roles and teams, all existing
	 */
	@Transactional
	public void memberships(String userId, Collection<String> groupIds) {
		asSystem(() -> {
			Set<String> present = groupsOf(userId);
			groupIds.stream()
				.filter((group) -> !group.equals(Role.ADMINISTRATOR.group()) && !present.contains(group))
				.distinct()
				.forEach((group) -> this.identity.createMembership(userId, group));
			present.stream()
				.filter((group) -> !group.equals(Role.ADMINISTRATOR.group()) && !groupIds.contains(group))
				.forEach((group) -> this.identity.deleteMembership(userId, group));
			return present;
		});
	}

	/** A password that nobody chose: about 140 bits. */
	String randomPassword() {
		byte[] bytes = new byte[18];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private Set<String> groupsOf(String userId) {
		return this.identity.createGroupQuery()
			.groupMember(userId)
			.unlimitedList()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toSet());
	}

	/**
	 * An account follows a fact; whether whoever caused the fact may edit accounts does
	 * not matter.
	 */
	private <T> T asSystem(Supplier<T> work) {
		Authentication caller = this.identity.getCurrentAuthentication();
		this.identity.clearAuthentication();
		try {
			return work.get();
		}
		finally {
			this.identity.setAuthentication(caller);
		}
	}

}
