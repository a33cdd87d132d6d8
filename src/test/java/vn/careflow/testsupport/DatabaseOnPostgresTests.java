package vn.careflow.testsupport;

@OnPostgres
class DatabaseOnPostgresTests extends DatabaseTests {

	@Override
	String product() {
		return "PostgreSQL";
	}

	@Override
	String engineType() {
		return "postgres";
	}

}
