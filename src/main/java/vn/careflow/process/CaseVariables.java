package vn.careflow.process;

import java.util.Date;

/**
 * The variables that several models share. Those of one model alone are in its own class.
 */
final class CaseVariables {

	static final ProcessVariable<String> CUSTOMER_ID = ProcessVariable.of("customerId", String.class);

	static final ProcessVariable<String> CASE_ID = ProcessVariable.of("caseId", String.class);

	static final ProcessVariable<String> AGENT_ID = ProcessVariable.of("agentId", String.class);

	static final ProcessVariable<String> TEAM_ID = ProcessVariable.of("teamId", String.class);

	static final ProcessVariable<String> NEW_AGENT_ID = ProcessVariable.of("newAgentId", String.class);

	static final ProcessVariable<String> CUSTOMER_GROUP = ProcessVariable.of("customerGroup", String.class);

	static final ProcessVariable<String> POTENTIAL = ProcessVariable.of("potential", String.class);

	static final ProcessVariable<String> CONTACT_CHANNEL = ProcessVariable.of("contactChannel", String.class);

	static final ProcessVariable<String> CONTACT_OUTCOME = ProcessVariable.of("contactOutcome", String.class);

	static final ProcessVariable<Date> NOT_BEFORE = ProcessVariable.of("notBefore", Date.class);

	static final ProcessVariable<String> SURVEY_ID = ProcessVariable.of("surveyId", String.class);

	/** Free text from a start form: lives for the transaction only. */
	static final ProcessVariable<String> CUSTOMER_REFERENCE = ProcessVariable.of("customerReference", String.class);

	/** Free text from a form: lives for the transaction only. */
	static final ProcessVariable<String> CUSTOMER_NEED = ProcessVariable.of("customerNeed", String.class);

	private CaseVariables() {
	}

}
