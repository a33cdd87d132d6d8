package vn.careflow.staff;

/**
 * A team has another name, lead or calendar than before.
 *
 * @param teamId the team's id
 */
public record TeamChanged(String teamId) {
}
