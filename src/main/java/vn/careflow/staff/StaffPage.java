package vn.careflow.staff;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that is in memory as a whole.
 *
 * @param items what the page shows
 * @param page the number of the page, from 0
 * @param size how many items a full page has
 * @param total how many items there are on all pages
 */
record StaffPage<T>(List<T> items, int page, int size, long total) {

	static final int MAX_SIZE = 200;

	static <T> StaffPage<T> of(List<T> all, int page, int size) {
		List<T> items = all.stream().skip((long) page * size).limit(size).toList();
		return new StaffPage<>(items, page, size, all.size());
	}

	<R> StaffPage<R> map(Function<T, R> mapping) {
		return new StaffPage<>(this.items.stream().map(mapping).toList(), this.page, this.size, this.total);
	}

}
