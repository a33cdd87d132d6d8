package vn.careflow.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;

/**
 * New moons and the sun's longitude for days at UTC+7, from which the lunar months
 * follow. It is the algorithm that Hồ Ngọc Đức published with "Thuật toán tính âm lịch"
 * (https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), which in turn takes
 * its series from Jean Meeus, Astronomical Algorithms (2nd edition, 1998).
 * <p>
 * One thing is finer than on that page, which shortens the series of the new moon and
 * says so: here it is the whole of Meeus' chapter 49. With it every month from 1968 to
 * 2199 begins on the day that the tables of the same author (amlich) give; the short one
 * misses nine, the first days of 2175 and 2199 among them.
 */
final class LunarAstronomy {

	/** Vietnam's time zone in days; the Chinese calendar uses UTC+8. */
	private static final double ZONE = 7 / 24.0;

	/** Mean length of a lunar month in days. */
	private static final double MONTH = 29.530588853;

	/** Julian day of the new moon numbered zero, in January 1900. */
	private static final double FIRST_NEW_MOON = 2415021.076998695;

	private static final int NEW_MOONS_UNTIL_2000 = 1237;

	/** Start and rate of each angle in degrees, and the sine's weight in days. */
	private static final double[][] PLANETARY_TERMS = { { 251.88, 0.016321, 0.000165 }, { 251.83, 26.651886, 0.000164 },
			{ 349.42, 36.412478, 0.000126 }, { 84.66, 18.206239, 0.000110 }, { 141.74, 53.303771, 0.000062 },
			{ 207.14, 2.453732, 0.000060 }, { 154.84, 7.306860, 0.000056 }, { 34.52, 27.261239, 0.000047 },
			{ 207.19, 0.121824, 0.000042 }, { 291.34, 1.844379, 0.000040 }, { 161.72, 24.198154, 0.000037 },
			{ 239.56, 25.513099, 0.000035 }, { 331.55, 3.592518, 0.000023 } };

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
	 * @param number how many new moons after that of January 1900
	 */
	static long newMoonDay(int number) {
		double year = 2000 + (number - NEW_MOONS_UNTIL_2000) / 12.3685;
		return (long) Math.floor(newMoon(number) - dynamicalTimeAhead(year) + 0.5 + ZONE);
	}

	/** The moment of a new moon in dynamical time, as a Julian day. */
	static double newMoon(int number) {
		int k = number - NEW_MOONS_UNTIL_2000;
		double t = k / 1236.85;
		double mean = 2451550.09766 + 29.530588861 * k + (0.00015437 + (-0.000000150 + 0.00000000073 * t) * t) * t * t;
		return mean + periodicTerms(k, t) + planetaryTerms(k, t);
	}

	/** Meeus, table 49.A, the new moon's column. */
	private static double periodicTerms(int k, double t) {
		double e = 1 - (0.002516 + 0.0000074 * t) * t;
		double sun = 2.5534 + 29.10535670 * k - (0.0000014 + 0.00000011 * t) * t * t;
		double moon = 201.5643 + 385.81693528 * k + (0.0107582 + (0.00001238 - 0.000000058 * t) * t) * t * t;
		double latitude = 160.7108 + 390.67050284 * k - (0.0016118 + (0.00000227 - 0.000000011 * t) * t) * t * t;
		double node = 124.7746 - 1.56375588 * k + (0.0020672 + 0.00000215 * t) * t * t;
		double large = -0.40720 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon)
				+ 0.01039 * sin(2 * latitude) + 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun)
				+ 0.00208 * e * e * sin(2 * sun) - 0.00111 * sin(moon - 2 * latitude);
		double medium = -0.00057 * sin(moon + 2 * latitude) + 0.00056 * e * sin(2 * moon + sun)
				- 0.00042 * sin(3 * moon) + 0.00042 * e * sin(sun + 2 * latitude)
				+ 0.00038 * e * sin(sun - 2 * latitude) - 0.00024 * e * sin(2 * moon - sun) - 0.00017 * sin(node);
		double small = -0.00007 * sin(moon + 2 * sun) + 0.00004 * sin(2 * moon - 2 * latitude) + 0.00004 * sin(3 * sun)
				+ 0.00003 * sin(moon + sun - 2 * latitude) + 0.00003 * sin(2 * moon + 2 * latitude)
				- 0.00003 * sin(moon + sun + 2 * latitude) + 0.00003 * sin(moon - sun + 2 * latitude)
				- 0.00002 * sin(moon - sun - 2 * latitude) - 0.00002 * sin(3 * moon + sun) + 0.00002 * sin(4 * moon);
		return large + medium + small;
	}

	/** Meeus, the fourteen additional corrections of chapter 49. */
	private static double planetaryTerms(int k, double t) {
		double sum = 0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t * t);
		for (double[] term : PLANETARY_TERMS) {
			sum += term[2] * sin(term[0] + term[1] * k);
		}
		return sum;
	}

	/**
	 * How far, in days, the even time of the series is ahead of the time that the turning
	 * earth shows: the long-term parabola of Morrison and Stephenson (1982). Nobody knows
	 * it for a later century to better than a minute or two.
	 */
	private static double dynamicalTimeAhead(double year) {
		double centuries = (year - 1810) / 100;
		return (32.5 * centuries * centuries - 15) / 86_400;
	}

	private static double sin(double degrees) {
		return Math.sin(Math.toRadians(degrees));
	}

}
