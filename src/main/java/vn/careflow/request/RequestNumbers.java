package vn.careflow.request;

import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives requests the numbers that people say on the phone: unique, growing, gaps allowed.
 */
@Component
class RequestNumbers {

	private final JdbcClient jdbc;

	private final String nextValue;

	RequestNumbers(JdbcClient jdbc, Dialect dialect) {
		this.jdbc = jdbc;
		this.nextValue = dialect.getIdGeneration()
			.createSequenceQuery(SqlIdentifier.unquoted("request_number_sequence"));
	}

	String next() {
		return "YC%06d".formatted(this.jdbc.sql(this.nextValue).query(Long.class).single());
	}

}
