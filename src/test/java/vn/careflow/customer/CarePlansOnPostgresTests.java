package vn.careflow.customer;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class CarePlansOnPostgresTests extends CarePlansTests {

}
