package vn.careflow.security;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class TasklistFiltersOnPostgresTests extends TasklistFiltersTests {

}
