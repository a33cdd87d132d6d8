package vn.careflow.staff;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.staff.CalendarViews.CalendarView;
import vn.careflow.staff.CalendarViews.DayView;
import vn.careflow.staff.CalendarViews.ExceptionView;
import vn.careflow.staff.CalendarViews.Summary;

/**
 * Calendars over REST: what they are made of, why a date has its hours, and changes of
 * them.
 */
@RestController
@RequestMapping("/api/calendars")
@Tag(name = "Lịch làm việc")
class CalendarsController {

	private static final int MOST_DAYS = 400;

	private final WorkCalendars calendars;

	private final Staff staff;

	private final CalendarImports imports;

	private final Clock clock;

	CalendarsController(WorkCalendars calendars, Staff staff, CalendarImports imports, Clock clock) {
		this.calendars = calendars;
		this.staff = staff;
		this.imports = imports;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Các lịch và ai làm việc theo lịch nào")
	StaffPage<Summary> list(@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(StaffPage.MAX_SIZE) int size) {
		StaffDirectory directory = this.staff.directory();
		return StaffPage.of(this.calendars.definitions(), page, size)
			.map((definition) -> Summary.of(definition, directory));
	}

	@GetMapping("/{name}")
	@Operation(summary = "Một lịch: giờ trong tuần, giờ theo mùa, ngoại lệ")
	CalendarView get(@PathVariable String name) {
		return CalendarView.of(this.calendars.definition(name).orElseThrow(() -> StaffProblem.unknownCalendar(name)));
	}

	@PutMapping("/{name}")
	@Operation(summary = "Đặt lại toàn bộ một lịch, hoặc thêm lịch mới")
	ResponseEntity<CalendarView> put(@PathVariable String name, @Valid @RequestBody CalendarView wanted) {
		if (wanted.name() != null && !wanted.name().equals(name)) {
			throw StaffProblem.invalid("name", "Tên lịch khác với tên trên địa chỉ: " + name);
		}
		boolean added = refusing(() -> this.calendars.define(wanted.toDefinition(name)));
		return added ? ResponseEntity.created(URI.create("/api/calendars/" + name)).body(get(name))
				: ResponseEntity.ok(get(name));
	}

	@PutMapping("/{name}/exceptions/{date}")
	@Operation(summary = "Cho một ngày nghỉ (không có giờ), mở cửa hoặc đổi giờ")
	ExceptionView except(@PathVariable String name, @PathVariable LocalDate date,
			@Valid @RequestBody ExceptionView wanted) {
		known(name);
		if (wanted.date() != null && !wanted.date().equals(date)) {
			throw StaffProblem.invalid("date", "Ngày khác với ngày trên địa chỉ: " + date);
		}
		return refusing(() -> {
			this.calendars.except(name, wanted.toDay(date, "hours"));
			return new ExceptionView(date, wanted.name(), wanted.hours());
		});
	}

	@DeleteMapping("/{name}/exceptions/{date}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Trả một ngày về giờ thường lệ")
	void asUsual(@PathVariable String name, @PathVariable LocalDate date) {
		known(name);
		this.calendars.asUsual(name, date);
	}

	@GetMapping("/{name}/days")
	@Operation(summary = "Giờ của từng ngày trong [from, to) và vì sao")
	List<DayView> days(@PathVariable String name, @RequestParam LocalDate from, @RequestParam LocalDate to) {
		BusinessCalendar calendar = known(name);
		if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
			throw StaffProblem.invalid("to", "Từ ngày " + from + " xem được tối đa " + MOST_DAYS + " ngày");
		}
		return from.datesUntil(to).map(calendar::explain).map(DayView::of).toList();
	}

	@PostMapping(path = "/{name}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Nhập ngoại lệ từ tệp iCalendar trong [from, to); dryRun=true chỉ kiểm tra")
	CalendarImport submit(@PathVariable String name, @RequestParam MultipartFile file,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) throws IOException {
		known(name);
		LocalDate begin = (from != null) ? from : LocalDate.now(this.clock).withDayOfYear(1);
		LocalDate end = (to != null) ? to : begin.plusYears(CalendarImports.USUAL_YEARS);
		try (InputStream content = file.getInputStream()) {
			return refusing(() -> this.imports.submit(name, content, new ImportRange(begin, end), dryRun));
		}
	}

	private BusinessCalendar known(String name) {
		StaffDirectory directory = this.staff.directory();
		if (!directory.calendarNames().contains(name)) {
			throw StaffProblem.unknownCalendar(name);
		}
		return directory.calendar(name);
	}

	private static <T> T refusing(Supplier<T> change) {
		try {
			return change.get();
		}
		catch (CalendarRefused ex) {
			throw StaffProblem.invalid(ex.field(), ex.getMessage());
		}
	}

}
