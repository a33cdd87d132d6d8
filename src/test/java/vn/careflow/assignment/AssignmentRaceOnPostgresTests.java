package vn.careflow.assignment;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class AssignmentRaceOnPostgresTests extends AssignmentRaceTests {

}
