package vn.careflow.staff;

/**
 * A person has been registered and can be given work from now on.
 *
 * @param agentId the person's user id
 */
public record AgentRegistered(String agentId) {
}
