package vn.careflow.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;

/**
 * New moons and the sun's longitude for days at UTC+7, from which the lunar months
 * follow. It is the algorithm that Hồ Ngọc Đức published with "Thuật toán tính âm lịch"
 * (https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), which in turn takes
 * its series from Jean Meeus, Astronomical Algorithms (1998).
 */
final class LunarAstronomy {

	/** Vietnam's time zone in days; the Chinese calendar uses UTC+8. */
	private static final double ZONE = 7 / 24.0;

	/** Mean length of a lunar month in days. */
	private static final double MONTH = 29.530588853;

	/** Julian day of the new moon numbered zero, in January 1900. */
	private static final double FIRST_NEW_MOON = 2415021.076998695;

	private static final long JULIAN_DAY_OF_EPOCH = LocalDate.EPOCH.getLong(JulianFields.JULIAN_DAY);

	private LunarAstronomy() {
	}

	/**
	 * The months from the eleventh of a year, the one with the winter solstice, up to,
	 * but not including, the eleventh of the next. When there are thirteen, the first
	 * that lacks a principal solar term is a leap month.
	 */
	static List<LunarYear.Month> monthsFromEleventh(int year) {
		int first = newMoonOfEleventhMonth(year);
		int count = newMoonOfEleventhMonth(year + 1) - first;
		int leap = (count == 13) ? leapMonthOffset(first) : count;
		List<LunarYear.Month> months = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			int number = (10 + ((i < leap) ? i : i - 1)) % 12 + 1;
			months.add(new LunarYear.Month(number, i == leap, newMoonDay(first + i) - JULIAN_DAY_OF_EPOCH));
		}
		return months;
	}

	private static int newMoonOfEleventhMonth(int year) {
		long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
		int moon = (int) Math.floor((lastDay - 2415021) / MONTH);
		long day = newMoonDay(moon);
		long eleventh = (solarTerm(day) >= 9) ? newMoonDay(moon - 1) : day;
		return (int) Math.floor((eleventh - FIRST_NEW_MOON) / MONTH + 0.5);
	}

	private static int leapMonthOffset(int first) {
		int offset = 1;
		int before;
		int term = solarTerm(newMoonDay(first + offset));
		do {
			before = term;
			offset++;
			term = solarTerm(newMoonDay(first + offset));
		}
		while (term != before && offset < 14);
		return offset - 1;
	}

	/**
	 * The twelfth of the ecliptic in which the sun stands when a day begins.
	 * @param day Julian day number
	 * @return 0 (from the spring equinox) to 11
	 */
	private static int solarTerm(long day) {
		double t = (day - 2451545.5 - ZONE) / 36525;
		double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
		double centre = (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
				+ (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly);
		double longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
		return (int) Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
	}

	/**
	 * The Julian day number, in Vietnam, of a new moon.
	 * @param k how many new moons after that of January 1900
	 */
	static long newMoonDay(int k) {
		double t = k / 1236.85;
		double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t * t - 0.000000155 * t * t * t
				+ 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t * t);
		double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t * t * t;
		double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t * t * t;
		double latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t * t * t;
		double dynamicalTime = -0.000278 + 0.000265 * t + 0.000262 * t * t;
		return (long) Math.floor(mean + periodicTerms(t, sun, moon, latitude) - dynamicalTime + 0.5 + ZONE);
	}

	private static double periodicTerms(double t, double sun, double moon, double latitude) {
		return (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon)
				- 0.0004 * sin(3 * moon) + 0.0104 * sin(2 * latitude) - 0.0051 * sin(sun + moon)
				- 0.0074 * sin(sun - moon) + 0.0004 * sin(2 * latitude + sun) - 0.0004 * sin(2 * latitude - sun)
				- 0.0006 * sin(2 * latitude + moon) + 0.0010 * sin(2 * latitude - moon) + 0.0005 * sin(2 * moon + sun);
	}

	private static double sin(double degrees) {
		return Math.sin(Math.toRadians(degrees));
	}

}
