package vn.careflow.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine and its web applications. Who may work on which
 * task is not here: the engine grants it with each task, to its assignee and its
 * candidate groups.
 */
@Component
class Grants {

	private static final Permission[] READS_ALL_CASES = { ProcessDefinitionPermissions.READ,
			ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
			ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
			ProcessDefinitionPermissions.READ_TASK_VARIABLE, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE };

	private static final Map<Role, List<Grant>> GRANTS = Map.of(
			// Starts cases through their forms and sees colleagues by name.
			Role.AGENT,
			List.of(application("tasklist"), on(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ,
					ProcessDefinitionPermissions.CREATE_INSTANCE, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE),
					on(Resources.PROCESS_INSTANCE, Permissions.CREATE), on(Resources.USER, Permissions.READ),
					on(Resources.GROUP, Permissions.READ)),
			// The same, and hands tasks over, and sees where cases stand.
			Role.TEAM_LEAD,
			List.of(application("tasklist"), application("cockpit"),
					on(Resources.PROCESS_DEFINITION, READS_ALL_CASES, ProcessDefinitionPermissions.CREATE_INSTANCE,
							ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.TASK_ASSIGN),
					on(Resources.PROCESS_INSTANCE, Permissions.CREATE), on(Resources.USER, Permissions.READ),
					on(Resources.GROUP, Permissions.READ)),
			// Sees all, changes nothing; works on the tasks that are a manager's.
			Role.MANAGER,
			List.of(application("tasklist"), application("cockpit"), on(Resources.PROCESS_DEFINITION, READS_ALL_CASES),
					on(Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
					on(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
					on(Resources.DEPLOYMENT, Permissions.READ),
					on(Resources.BATCH, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
					on(Resources.USER, Permissions.READ), on(Resources.GROUP, Permissions.READ)),
			// Deploys, and sees how cases run through the models. Deleting a deployment
			// would delete its cases.
			Role.DESIGNER,
			List.of(application("cockpit"), on(Resources.DEPLOYMENT, Permissions.READ, Permissions.CREATE),
					on(Resources.PROCESS_DEFINITION, READS_ALL_CASES),
					on(Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY,
							Permissions.CREATE_INSTANCE),
					on(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
					on(Resources.BATCH, BatchPermissions.READ)),
			Role.ADMINISTRATOR,
			Arrays.stream(Resources.values()).map((resource) -> on(resource, Permissions.ALL)).toList());

	private final AuthorizationService authorizations;

	Grants(AuthorizationService authorizations) {
		this.authorizations = authorizations;
	}

	/**
	 * Makes the engine's authorizations of the roles what they are here. Others, for
	 * single users or other groups, stay.
	 */
	void apply() {
		GRANTS.forEach((role, grants) -> grants.forEach((grant) -> apply(role.group(), grant)));
	}

	/**
	 * Lets a role see one thing.
	 */
	void read(Role role, Resource resource, String id) {
		apply(role.group(), new Grant(resource, id, new Permission[] { Permissions.READ }));
	}

	private void apply(String group, Grant grant) {
		Authorization authorization = present(group, grant);
		if (authorization == null) {
			authorization = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			authorization.setGroupId(group);
			authorization.setResource(grant.resource());
			authorization.setResourceId(grant.id());
		}
		authorization.setPermissions(grant.permissions());
		this.authorizations.saveAuthorization(authorization);
	}

	private @Nullable Authorization present(String group, Grant grant) {
		return this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(group)
			.resourceType(grant.resource())
			.resourceId(grant.id())
			.singleResult();
	}

	private static Grant application(String name) {
		return new Grant(Resources.APPLICATION, name, new Permission[] { Permissions.ACCESS });
	}

	private static Grant on(Resource resource, Permission... permissions) {
		return new Grant(resource, Authorization.ANY, permissions);
	}

	private static Grant on(Resource resource, Permission[] permissions, Permission... more) {
		return on(resource, Stream.concat(Stream.of(permissions), Stream.of(more)).toArray(Permission[]::new));
	}

	private record Grant(Resource resource, String id, Permission[] permissions) {

	}

}
