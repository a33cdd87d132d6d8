package vn.careflow.feedback;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class SurveysOnPostgresTests extends SurveysTests {

}
