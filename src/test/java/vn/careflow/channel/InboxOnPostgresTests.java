package vn.careflow.channel;

import vn.careflow.testsupport.OnPostgres;

@OnPostgres
class InboxOnPostgresTests extends InboxTests {

}
