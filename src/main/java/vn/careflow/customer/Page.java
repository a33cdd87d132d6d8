package vn.careflow.customer;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a longer list.
 *
 * @param <T> what is listed
 * @param items this part
 * @param page counted from 0
 * @param size how many items a page has at most
 * @param total how many items all pages have
 */
public record Page<T>(List<T> items, int page, int size, long total) {

	/** The largest page anybody may ask for. */
	public static final int MAX_SIZE = 200;

	<R> Page<R> map(Function<T, R> view) {
		return new Page<>(this.items.stream().map(view).toList(), this.page, this.size, this.total);
	}

}
