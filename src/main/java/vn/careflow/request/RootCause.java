package vn.careflow.request;

/**
 * Why a request came to be: the drill-down of the figures, so every resolution names one.
 */
public enum RootCause {

	STAFF_SKILL_AND_ATTITUDE, PROCESS, TECHNOLOGY_AND_DATA, PRODUCT_OR_SERVICE_QUALITY, RESPONSE_SPEED,
	CROSS_DEPARTMENT_WORK, CUSTOMER_EXPECTATION, CHANNEL, USE_OF_FEEDBACK

}
