package vn.careflow.process;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class HandOverProcessOnPostgresTests extends HandOverProcessTests {

}
