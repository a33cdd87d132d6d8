package vn.careflow.servicelevel;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people over REST what they were told.
 */
@RestController
@RequestMapping("/api/notices")
class NoticesController {

	private final Notices notices;

	NoticesController(Notices notices) {
		this.notices = notices;
	}

	@GetMapping
	NoticePage mine(Principal me, @RequestParam(defaultValue = "true") boolean unread,
			@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(Notices.MOST) int size) {
		return new NoticePage(this.notices.page(me.getName(), unread, page, size), page, size,
				this.notices.count(me.getName(), unread));
	}

	@PutMapping("/{noticeId}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(Principal me, @PathVariable UUID noticeId) {
		if (!this.notices.markRead(noticeId, me.getName())) {
			throw new NoticeNotFound(noticeId);
		}
	}

	/**
	 * A part of somebody's notices, the latest first.
	 */
	record NoticePage(List<Notice> items, int page, int size, long total) {
	}

}
