package vn.careflow.staff;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class StaffFilesOnPostgresTests extends StaffFilesTests {

}
