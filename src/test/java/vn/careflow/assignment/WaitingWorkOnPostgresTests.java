package vn.careflow.assignment;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class WaitingWorkOnPostgresTests extends WaitingWorkTests {

}
