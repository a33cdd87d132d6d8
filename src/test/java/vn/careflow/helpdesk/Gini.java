package vn.careflow.helpdesk;

import java.util.Collection;
import java.util.List;

/**
 * How unevenly something is shared: 0 when all have the same, near 1 when one has all.
 */
final class Gini {

	private Gini() {
	}

	/**
	 * The Gini index, half the mean absolute difference over the mean (C. Gini,
	 * Variabilità e mutabilità, 1912), in its sorted form G = 2 Σ i·x<sub>i</sub> / (n Σ
	 * x<sub>i</sub>) − (n + 1) / n.
	 * @param shares what each has, not negative, not all zero
	 * @return from 0 to (n − 1) / n
	 */
	static double of(Collection<Double> shares) {
		List<Double> sorted = shares.stream().sorted().toList();
		double sum = sorted.stream().mapToDouble(Double::doubleValue).sum();
		double weighted = 0;
		for (int i = 0; i < sorted.size(); i++) {
			weighted += (i + 1) * sorted.get(i);
		}
		return 2 * weighted / (sorted.size() * sum) - (sorted.size() + 1.0) / sorted.size();
	}

}
