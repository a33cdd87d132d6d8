package vn.careflow.planning;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class DayPlansOnPostgresTests extends DayPlansTests {

}
