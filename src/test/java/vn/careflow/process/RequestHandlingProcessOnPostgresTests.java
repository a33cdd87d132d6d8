package vn.careflow.process;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class RequestHandlingProcessOnPostgresTests extends RequestHandlingProcessTests {

}
