package vn.careflow.contact;

import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers other calendars that know an agent's secret link. There is no sign-in: the link
 * is the secret, and whatever it opens is read-only and without phone numbers.
 */
@RestController
class CalendarFeedController {

	static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final CalendarLinks links;

	private final AppointmentCalendars calendars;

	CalendarFeedController(CalendarLinks links, AppointmentCalendars calendars) {
		this.links = links;
		this.calendars = calendars;
	}

	@GetMapping("/calendars/{secret}.ics")
	ResponseEntity<String> feed(@PathVariable String secret) {
		AppointmentCalendars.Feed feed = this.links.agentOf(secret)
			.map(this.calendars::feed)
			.orElseThrow(CalendarFeedController::unknown);
		// Spring answers 304 by these two when the other calendar has it already.
		return ResponseEntity.ok()
			.contentType(ICALENDAR)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.eTag(feed.tag())
			.lastModified(feed.changedAt())
			.body(feed.text());
	}

	private static ErrorResponseException unknown() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Liên kết lịch không còn dùng được.");
		problem.setTitle("Không tìm thấy lịch");
		return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
	}

}
