package vn.careflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The one PostgreSQL server of a test run. Started when first needed, stopped with the
 * JVM.
 */
public final class Postgres {

	private Postgres() {
	}

	/**
	 * Makes an empty database.
	 * @param name lower-case letters and digits
	 * @return its JDBC address; user and password are {@code postgres}
	 */
	public static String newDatabase(String name) {
		try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
			return "jdbc:postgresql://localhost:" + Server.INSTANCE.getPort() + "/" + name
					+ "?reWriteBatchedInserts=true";
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The test database " + name + " could not be made", ex);
		}
	}

	private static final class Server {

		private static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				// fsync is for data that somebody wants back.
				return EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("synchronous_commit", "off")
					.setServerConfig("full_page_writes", "off")
					.setServerConfig("max_connections", "200")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
