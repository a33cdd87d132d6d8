package vn.careflow.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of customers from files. What can be checked is checked before an import is
 * accepted; the rows are then written in the background, chunk by chunk, and an import
 * that was cut short goes on where it stopped, on any node.
 */
@Service
public class Imports {

	static final int MAX_MAPPING = 20_000;

	private final ImportStore store;

	private final ObjectMapper json;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Imports(ImportStore store, ObjectMapper json, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.json = json;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a file and has it imported.
	 * @throws org.springframework.web.ErrorResponseException with status 400 when the
	 * mapping makes no sense or does not fit the file, or the file is no CSV
	 */
	@Transactional
	public CustomerImport submit(NewImport newImport) {
		if (newImport.mapping().length() > MAX_MAPPING) {
			throw new InvalidInput("mapping", "Có tối đa " + MAX_MAPPING + " ký tự.");
		}
		ImportMapping mapping = ImportMapping.parse(newImport.mapping(), this.json);
		UUID importId = UUID.randomUUID();
		try {
			int rows = check(newImport, mapping);
			this.store.insert(importId, newImport, rows, SqlTime.now(this.clock));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.events.publishEvent(new ImportSubmitted(importId));
		return get(importId);
	}

	/**
	 * An import and how far it has come.
	 * @throws CustomerNotFound when there is none with this id
	 */
	public CustomerImport get(UUID importId) {
		return this.store.find(importId).orElseThrow(() -> CustomerNotFound.importJob(importId));
	}

	/** All imports, the latest first. */
	public Page<CustomerImport> page(int page, int size) {
		return this.store.page(page, size);
	}

	/** What was found in the rows of a file, at most the first 10,000 problems. */
	public Page<ImportProblem> problems(UUID importId, int page, int size) {
		get(importId);
		return this.store.problems(importId, page, size);
	}

	/** Has an import that failed go on where it stopped; any other is left as it is. */
	@Transactional
	public CustomerImport resume(UUID importId) {
		get(importId);
		if (this.store.requeue(importId)) {
			this.events.publishEvent(new ImportSubmitted(importId));
		}
		return get(importId);
	}

	/**
	 * Reads the whole file once, so that a broken one is refused before a row is written.
	 */
	private static int check(NewImport newImport, ImportMapping mapping) throws IOException {
		try (InputStream file = newImport.file().getInputStream(); CsvRows rows = new CsvRows(file, mapping)) {
			List<FieldProblem> problems = new ArrayList<>(mapping.problemsWith(rows.header()));
			if (newImport.careWanted() > 0 && !mapping.hasNeed()) {
				problems.add(new FieldProblem("mapping.fields.need",
						"Bắt buộc phải có khi cần bắt đầu chăm sóc trước bán hàng."));
			}
			if (!problems.isEmpty()) {
				throw new InvalidInput(problems);
			}
			return rows.skip(Integer.MAX_VALUE);
		}
	}

}
