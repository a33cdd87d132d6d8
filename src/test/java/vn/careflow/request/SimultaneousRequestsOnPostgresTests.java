package vn.careflow.request;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class SimultaneousRequestsOnPostgresTests extends SimultaneousRequestsTests {

}
