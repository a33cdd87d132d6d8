package vn.careflow.customer;

import java.util.ArrayList;
import java.util.List;

/** Holds what may be asked for at once within limits. */
final class PageLimits {

	private PageLimits() {
	}

	static void check(int page, int size) {
		List<FieldProblem> problems = new ArrayList<>();
		if (page < 0) {
			problems.add(new FieldProblem("page", "Trang đếm từ 0."));
		}
		if (size < 1 || size > Page.MAX_SIZE) {
			problems.add(new FieldProblem("size", "Mỗi trang có từ 1 đến " + Page.MAX_SIZE + " mục."));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
