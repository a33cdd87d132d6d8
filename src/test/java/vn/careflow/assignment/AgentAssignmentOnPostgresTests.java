package vn.careflow.assignment;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class AgentAssignmentOnPostgresTests extends AgentAssignmentTests {

}
