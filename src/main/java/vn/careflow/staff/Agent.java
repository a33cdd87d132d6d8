package vn.careflow.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A person who works here, as far as the distribution of work needs to know them. The id
 * is the person's user id in the engine too. All sets keep a stable order.
 *
 * @param id the user id
 * @param name the name shown to colleagues
 * @param email where the person is reached
 * @param roles what the person may do
 * @param teams ids of the teams the person belongs to
 * @param skills level (1 = beginner to 5 = expert) by skill id
 * @param languages language tags, such as {@code vi}
 * @param products what the person serves, as requests and opportunities name it; empty
 * for everything
 * @param customerGroups the groups of customers whom the person serves, of
 * {@link NewAgent#CUSTOMER_GROUPS}; empty for all
 * @param capacity how many points of work a day the person takes; how much a piece of
 * work weighs is for who gives it to say
 * @param calendarName the calendar whose open hours are the person's shifts
 * @param employedFrom the first day of employment
 * @param employedUntil the first day after the employment, or null while no end is known
 * @param receiving whether new work may be given to the person
 * @param notReceivingReason why not, when not receiving
 */
public record Agent(String id, String name, String email, Set<Role> roles, Set<String> teams,
		Map<String, Integer> skills, Set<String> languages, Set<String> products, Set<String> customerGroups,
		int capacity, String calendarName, LocalDate employedFrom, @Nullable LocalDate employedUntil, boolean receiving,
		@Nullable String notReceivingReason) {

	/**
	 * Tells whether the person works here on a day.
	 * @param day the day asked about
	 * @return whether the day lies in [employedFrom, employedUntil)
	 */
	public boolean isEmployedOn(LocalDate day) {
		return !day.isBefore(this.employedFrom) && (this.employedUntil == null || day.isBefore(this.employedUntil));
	}

	/**
	 * Tells how well the person masters a skill.
	 * @param skillId the id of the skill
	 * @return the level from 1 to 5, or 0 without the skill
	 */
	public int levelOf(String skillId) {
		return this.skills.getOrDefault(skillId, 0);
	}

	/**
	 * Tells whether the person serves a product.
	 * @param product a product, or null when the work is about none
	 * @return whether it is one of the person's, or the person serves all
	 */
	public boolean servesProduct(@Nullable String product) {
		return product == null || this.products.isEmpty() || this.products.contains(product);
	}

	/**
	 * Tells whether the person serves a group of customers.
	 * @param customerGroup a group, or null when the customer is in none yet
	 * @return whether it is one of the person's, or the person serves all
	 */
	public boolean servesGroup(@Nullable String customerGroup) {
		return customerGroup == null || this.customerGroups.isEmpty() || this.customerGroups.contains(customerGroup);
	}

}
