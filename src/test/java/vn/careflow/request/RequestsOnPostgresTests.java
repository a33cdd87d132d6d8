package vn.careflow.request;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class RequestsOnPostgresTests extends RequestsTests {

}
