package vn.careflow.staff;

/**
 * Says why a calendar cannot be kept as it is given, by the field that has to be mended.
 */
public class CalendarRefused extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String field;

	CalendarRefused(String field, String reason) {
		super(reason);
		this.field = field;
	}

	/**
	 * The field that has to be mended.
	 * @return its name, as in a request over REST
	 */
	public String field() {
		return this.field;
	}

}
