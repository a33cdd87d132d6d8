package vn.careflow.opportunity;

import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;

/**
 * Says plainly that another transaction was first, so that a caller can try again.
 */
final class Inserts {

	private Inserts() {
	}

	static <T> T once(Supplier<T> insert) {
		try {
			return insert.get();
		}
		catch (DbActionExecutionException ex) {
			throw (ex.getCause() instanceof DuplicateKeyException duplicate) ? duplicate : ex;
		}
	}

}
