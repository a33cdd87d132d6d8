package vn.careflow.console;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class TaskAssignmentOnPostgresTests extends TaskAssignmentTests {

}
