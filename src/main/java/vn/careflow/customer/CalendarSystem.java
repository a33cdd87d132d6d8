package vn.careflow.customer;

/** Whether a birthday is kept by the solar or by the Vietnamese lunar calendar. */
public enum CalendarSystem {

	SOLAR, LUNAR

}
