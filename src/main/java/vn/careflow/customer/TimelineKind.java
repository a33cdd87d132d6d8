package vn.careflow.customer;

/** What an entry of the timeline is about. */
public enum TimelineKind {

	CONTACT, REQUEST, ORDER, SURVEY, NOTE, OPPORTUNITY, CARE_CYCLE, ASSIGNMENT, MESSAGE, OFFER, APPOINTMENT

}
