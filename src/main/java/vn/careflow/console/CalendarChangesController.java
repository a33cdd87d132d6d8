package vn.careflow.console;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.careflow.process.CalendarChanges;
import vn.careflow.process.CalendarProgress;

/** Tells how far deadlines and slots have followed the latest changes of calendars. */
@RestController
@RequestMapping("/api/calendar-changes")
@Tag(name = "Lịch làm việc")
class CalendarChangesController {

	private static final int MOST = 100;

	private final CalendarChanges changes;

	CalendarChangesController(CalendarChanges changes) {
		this.changes = changes;
	}

	@GetMapping
	@Operation(summary = "Các lần đổi lịch gần đây: bao nhiêu hạn và giờ hẹn đã xem lại, đã dời")
	List<CalendarProgress> list() {
		return this.changes.latest(MOST);
	}

}
