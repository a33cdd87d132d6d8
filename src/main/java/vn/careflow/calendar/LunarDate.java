package vn.careflow.calendar;

/**
 * A day of the Vietnamese lunar calendar, as birthdays and feasts are given. Whether the
 * day exists in that year (a 30th, a leap month) only
 * {@link VietnameseLunarCalendar#toSolar(LunarDate)} knows.
 *
 * @param year the lunar year, named after the solar year in which it begins
 * @param month 1 to 12
 * @param leap whether it is the second month of that number
 * @param day 1 to 30
 */
public record LunarDate(int year, int month, boolean leap, int day) {

	public LunarDate {
		if (month < 1 || month > 12 || day < 1 || day > 30) {
			throw new IllegalArgumentException("No lunar date has month " + month + " and day " + day);
		}
	}

	/**
	 * A day of an ordinary month.
	 */
	public static LunarDate of(int year, int month, int day) {
		return new LunarDate(year, month, false, day);
	}

}
