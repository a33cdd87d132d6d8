package vn.careflow.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * The months of one lunar year, with the day each begins on.
 *
 * @param months in order, 12 or, with a leap month, 13
 * @param end epoch day of the next year's first day
 */
record LunarYear(List<Month> months, long end) {

	/**
	 * A lunar month.
	 *
	 * @param number 1 to 12
	 * @param leap whether it repeats the number of the month before
	 * @param begin epoch day of its first day
	 */
	record Month(int number, boolean leap, long begin) {
	}

	static LunarYear of(int year) {
		List<Month> months = new ArrayList<>(13);
		LunarAstronomy.monthsFromEleventh(year - 1)
			.stream()
			.filter((month) -> month.number() < 11)
			.forEach(months::add);
		LunarAstronomy.monthsFromEleventh(year).stream().filter((month) -> month.number() >= 11).forEach(months::add);
		return new LunarYear(List.copyOf(months),
				LunarAstronomy.monthsFromEleventh(year)
					.stream()
					.filter((month) -> month.number() == 1)
					.findFirst()
					.orElseThrow()
					.begin());
	}

	long begin() {
		return this.months.get(0).begin();
	}

	/** The place of a month in this year, -1 when the year has no such leap month. */
	int indexOf(int number, boolean leap) {
		for (int i = this.months.size() - 1; i >= 0; i--) {
			if (this.months.get(i).number() == number && this.months.get(i).leap() == leap) {
				return i;
			}
		}
		return -1;
	}

	int indexAt(long epochDay) {
		int index = this.months.size() - 1;
		while (this.months.get(index).begin() > epochDay) {
			index--;
		}
		return index;
	}

	int daysOf(int index) {
		long next = (index + 1 < this.months.size()) ? this.months.get(index + 1).begin() : this.end;
		return (int) (next - this.months.get(index).begin());
	}

}
