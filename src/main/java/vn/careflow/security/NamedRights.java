package vn.careflow.security;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights that one person has by name, beside those of their groups: on a filter of
 * their own, on a task of theirs, or given by an administrator. Whoever leaves hands them
 * over, or loses them and gets them back when that is undone.
 */
@Service
public class NamedRights {

	private final AuthorizationService authorizations;

	NamedRights(AuthorizationService authorizations) {
		this.authorizations = authorizations;
	}

	/**
	 * All rights of a person.
	 * @param userId the person
	 * @return the rights, none when the person has only those of their groups
	 */
	public List<Authorization> of(String userId) {
		return this.authorizations.createAuthorizationQuery().userIdIn(userId).unlimitedList();
	}

	/**
	 * Finds a right.
	 * @param rightId the id of the authorization
	 * @return the right, or empty when it is gone
	 */
	public Optional<Authorization> find(String rightId) {
		return Optional
			.ofNullable(this.authorizations.createAuthorizationQuery().authorizationId(rightId).singleResult());
	}

	/**
	 * Tells whether a person has a right on one thing by name.
	 * @param userId the person
	 * @param resource the kind of the thing
	 * @param id the thing
	 * @return whether there is such a right
	 */
	public boolean has(String userId, Resource resource, String id) {
		return !on(userId, resource, id).isEmpty();
	}

	/**
	 * Lets a person do everything with one thing.
	 * @param userId the person
	 * @param resource the kind of the thing
	 * @param id the thing
	 */
	@Transactional
	public void grantAll(String userId, Resource resource, String id) {
		Authorization right = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		right.setUserId(userId);
		right.setResource(resource);
		right.setResourceId(id);
		right.addPermission(Permissions.ALL);
		this.authorizations.saveAuthorization(right);
	}

	/**
	 * Gives a right again that was revoked.
	 * @param userId whose it was
	 * @param type the type of the authorization
	 * @param resourceType the kind of the thing, as the engine numbers it
	 * @param resourceId the thing
	 * @param permissions what the person may do, as the engine's bits
	 */
	@Transactional
	public void grantAgain(String userId, int type, int resourceType, String resourceId, int permissions) {
		AuthorizationEntity right = (AuthorizationEntity) this.authorizations.createNewAuthorization(type);
		right.setUserId(userId);
		right.setResourceType(resourceType);
		right.setResourceId(resourceId);
		right.setPermissions(permissions);
		this.authorizations.saveAuthorization(right);
	}

	/**
	 * Takes a right away.
	 * @param right the right
	 */
	@Transactional
	public void revoke(Authorization right) {
		this.authorizations.deleteAuthorization(right.getId());
	}

	/**
	 * Takes away what a person may do with one thing by name.
	 * @param userId the person
	 * @param resource the kind of the thing
	 * @param id the thing
	 */
	@Transactional
	public void revoke(String userId, Resource resource, String id) {
		on(userId, resource, id).forEach(this::revoke);
	}

	private List<Authorization> on(String userId, Resource resource, String id) {
		return this.authorizations.createAuthorizationQuery()
			.userIdIn(userId)
			.resourceType(resource)
			.resourceId(id)
			.list();
	}

}
