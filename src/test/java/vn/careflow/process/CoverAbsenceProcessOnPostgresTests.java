package vn.careflow.process;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class CoverAbsenceProcessOnPostgresTests extends CoverAbsenceProcessTests {

}
