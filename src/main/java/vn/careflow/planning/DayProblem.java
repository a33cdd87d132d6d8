package vn.careflow.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import vn.careflow.contact.PlannableContact;
import vn.careflow.staff.Agent;
import vn.careflow.staff.StaffDirectory;

/**
 * All that a plan of a team's days has to reckon with, as it was read at one moment.
 *
 * @param teamId the team
 * @param from no proposal begins before this moment
 * @param until nor at this moment or after it
 * @param visits the contacts to plan, each where it is now
 * @param contacts what the rules about contacts say of each
 * @param agents who may carry contacts out
 * @param taken what they do besides, by user id
 * @param candidates how many moments the rules were asked about
 * @param staff everybody, as known at this moment
 */
record DayProblem(String teamId, Instant from, Instant until, List<Visit> visits, Map<UUID, PlannableContact> contacts,
		List<Agent> agents, Map<String, List<Block>> taken, int candidates, StaffDirectory staff) {
}
