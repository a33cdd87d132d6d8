package vn.careflow.helpdesk;

import vn.careflow.testsupport.OnPostgres;

/**
 * The same log on PostgreSQL.
 */
@OnPostgres
class HelpDeskReplayOnPostgresTests extends HelpDeskReplayTests {

	@Override
	String database() {
		return "PostgreSQL";
	}

}
