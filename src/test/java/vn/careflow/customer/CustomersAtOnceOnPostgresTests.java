package vn.careflow.customer;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class CustomersAtOnceOnPostgresTests extends CustomersAtOnceTests {

	@Override
	int claimedAtLeast() {
		return 40;
	}

}
