package vn.careflow.customer;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class ImportsOnPostgresTests extends ImportsTests {

}
