package vn.careflow.process;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class EscalationProcessOnPostgresTests extends EscalationProcessTests {

}
