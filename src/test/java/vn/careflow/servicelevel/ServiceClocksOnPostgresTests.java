package vn.careflow.servicelevel;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class ServiceClocksOnPostgresTests extends ServiceClocksTests {

}
