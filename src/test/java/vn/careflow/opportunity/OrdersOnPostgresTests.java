package vn.careflow.opportunity;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class OrdersOnPostgresTests extends OrdersTests {

}
