package vn.careflow.staff;

/**
 * A team has been registered.
 *
 * @param teamId the team's id
 */
public record TeamRegistered(String teamId) {
}
