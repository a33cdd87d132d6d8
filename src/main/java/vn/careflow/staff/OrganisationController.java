package vn.careflow.staff;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.staff.TeamsController.CalendarChoice;

/**
 * The organisation as a whole over REST: the calendar by which it works.
 */
@RestController
@RequestMapping("/api/organisation")
class OrganisationController {

	private final Staff staff;

	private final WorkCalendars calendars;

	OrganisationController(Staff staff, WorkCalendars calendars) {
		this.staff = staff;
		this.calendars = calendars;
	}

	@GetMapping("/calendar")
	CalendarChoice calendar() {
		return new CalendarChoice(this.staff.directory().organisationCalendar().name());
	}

	@PutMapping("/calendar")
	CalendarChoice workBy(@Valid @RequestBody CalendarChoice wanted) {
		this.calendars.organisationWorksBy(wanted.required(this.staff.directory()));
		return calendar();
	}

}
