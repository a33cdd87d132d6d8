package brokenhouse.calendar;

import java.sql.Date;

import org.springframework.stereotype.Component;

/** The calendar knows neither Spring nor databases. */
@Component
public class SpringCalendar {

	public Date today() {
		return Date.valueOf("2026-03-02");
	}

}
