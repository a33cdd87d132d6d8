package vn.careflow.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.ImportMapping.ReadRow;
import vn.careflow.customer.ImportProblem.Severity;
import vn.careflow.customer.ImportStore.ChunkResult;
import vn.careflow.customer.ImportStore.Job;

/**
 * Writes a chunk of rows together with the progress of its import, in one transaction: a
 * crash loses the chunk and its progress alike.
 */
@Service
class ImportChunks {

	private static final String REASON = "Khi nhập từ tệp";

	private final Customers customers;

	private final CustomerStore store;

	private final CustomerFinder finder;

	private final ImportStore imports;

	private final ImportSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ImportChunks(Customers customers, CustomerStore store, CustomerFinder finder, ImportStore imports,
			ImportSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.customers = customers;
		this.store = store;
		this.finder = finder;
		this.imports = imports;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes the rows of a chunk.
	 * @param seen customers that a dry run found so far, since it leaves none on record
	 * @param careLeft for how many more customers care is to begin
	 * @return for how many it began
	 * @throws ClaimLost when another node has taken the import over
	 */
	@Transactional
	public int write(Job job, List<ReadRow> rows, Set<Key> seen, int careLeft) {
		List<ImportProblem> problems = new ArrayList<>();
		rows.forEach((row) -> row.problems()
			.forEach((problem) -> problems
				.add(new ImportProblem(row.row(), problem.field(), Severity.ERROR, problem.message()))));
		List<ReadRow> accepted = rows.stream().filter((row) -> row.customer() != null).toList();
		Map<Key, ReadRow> fresh = fresh(accepted, seen);
		noticeDuplicates(fresh.values(), problems);
		List<ReadRow> forCare = forCare(fresh.values(), careLeft, problems);
		if (job.dryRun()) {
			seen.addAll(fresh.keySet());
		}
		else {
			this.customers.registerAll(fresh.values().stream().map(ReadRow::customer).toList(), REASON);
			forCare.forEach((row) -> this.events
				.publishEvent(new PreSaleCareRequested(row.customer().id(), row.customer().profile().needs().get(0))));
		}
		ChunkResult result = new ChunkResult(fresh.size(), accepted.size() - fresh.size(),
				rows.size() - accepted.size(), forCare.size(), problems);
		if (!this.imports.advance(job, result, SqlTime.now(this.clock).plus(this.settings.claim()))) {
			throw new ClaimLost(job);
		}
		return forCare.size();
	}

	private Map<Key, ReadRow> fresh(List<ReadRow> accepted, Set<Key> seen) {
		Set<Key> known = new HashSet<>(seen);
		accepted.stream()
			.map((row) -> Key.of(row.customer()))
			.collect(Collectors.groupingBy(Key::source, Collectors.mapping(Key::externalId, Collectors.toSet())))
			.forEach((source, ids) -> this.store.knownExternalIds(source, ids)
				.forEach((id) -> known.add(new Key(source, id))));
		Map<Key, ReadRow> fresh = new LinkedHashMap<>();
		for (ReadRow row : accepted) {
			Key key = Key.of(row.customer());
			if (!known.contains(key)) {
				fresh.putIfAbsent(key, row);
			}
		}
		return fresh;
	}

	private void noticeDuplicates(Collection<ReadRow> rows, List<ImportProblem> problems) {
		Map<ContactPoint, String> holders = new HashMap<>(this.finder
			.holdersOf(rows.stream().flatMap((row) -> row.customer().profile().contactPoints().stream()).toList()));
		for (ReadRow row : rows) {
			for (ContactPoint point : row.customer().profile().contactPoints()) {
				String holder = holders.putIfAbsent(point, "dòng " + row.row());
				if (holder != null) {
					problems.add(new ImportProblem(row.row(), fieldOf(point), Severity.NOTICE,
							"Có thể trùng với " + holder + "."));
				}
			}
		}
	}

	private static List<ReadRow> forCare(Collection<ReadRow> rows, int careLeft, List<ImportProblem> problems) {
		List<ReadRow> chosen = new ArrayList<>();
		for (ReadRow row : rows) {
			if (chosen.size() >= careLeft) {
				break;
			}
			if (row.customer().profile().needs().isEmpty()) {
				problems.add(new ImportProblem(row.row(), "need", Severity.NOTICE,
						"Không có nhu cầu nên chưa bắt đầu chăm sóc trước bán hàng."));
			}
			else {
				chosen.add(row);
			}
		}
		return chosen;
	}

	private static String fieldOf(ContactPoint point) {
		return switch (point.kind()) {
			case PHONE -> "phones";
			case EMAIL -> "emails";
			case ZALO -> "zaloIds";
			case FACEBOOK -> "facebookIds";
		};
	}

	/**
	 * What makes two rows the same customer.
	 *
	 * @param source where they come from
	 * @param externalId their id there
	 */
	record Key(String source, String externalId) {

		static Key of(NewCustomer customer) {
			return new Key(customer.source(), customer.externalId());
		}

	}

	/** Another node owns the import: what this one did is rolled back. */
	static final class ClaimLost extends RuntimeException {

		private static final long serialVersionUID = 1L;

		ClaimLost(Job job) {
			super("Import " + job.id() + " was taken over from node " + job.node());
		}

	}

}
