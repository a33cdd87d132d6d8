package vn.careflow.staff;

/**
 * What is known of a person has changed: profile, employment, absence or whether they
 * receive work.
 *
 * @param agentId the person's user id
 */
public record AgentChanged(String agentId) {
}
