package vn.careflow.contact;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class AppointmentCalendarsOnPostgresTests extends AppointmentCalendarsTests {

}
