package vn.careflow.contact;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class AppointmentsOnPostgresTests extends AppointmentsTests {

}
