package vn.careflow.channel;

import java.util.function.Function;

import vn.careflow.customer.Page;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Translates between pages as they are asked for over REST and pages as they are read.
 */
final class Paging {

	private Paging() {
	}

	static Pageable asked(int page, int size) {
		if (page < 0) {
			throw new FieldRefused("page", "Số trang phải từ 0 trở lên.");
		}
		if (size < 1 || size > Page.MAX_SIZE) {
			throw new FieldRefused("size", "Số dòng mỗi trang phải từ 1 đến %d.".formatted(Page.MAX_SIZE));
		}
		return PageRequest.of(page, size);
	}

	static <T, V> Page<V> shown(org.springframework.data.domain.Page<T> found, Function<T, V> view) {
		return new Page<>(found.map(view).getContent(), found.getNumber(), found.getSize(), found.getTotalElements());
	}

}
