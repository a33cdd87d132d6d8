package vn.careflow.campaign;

import vn.careflow.testsupport.OnPostgres;

/**
 * The same campaign on PostgreSQL.
 */
@OnPostgres
class BankCampaignOnPostgresTests extends BankCampaignTests {

	@Override
	String database() {
		return "PostgreSQL";
	}

}
