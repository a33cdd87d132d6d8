package vn.careflow.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is signed in, so that a page offers only what this person may do.
 */
@RestController
@RequestMapping("/api/me")
@Tag(name = "Người dùng")
class MeController {

	private final WhyYou people;

	MeController(WhyYou people) {
		this.people = people;
	}

	@GetMapping
	@Operation(summary = "Tôi là ai và được làm gì")
	Me me(HttpServletRequest request) {
		String id = request.getUserPrincipal().getName();
		return new Me(id, this.people.nameOf(id), Rights.of(request).mayReassign());
	}

	/**
	 * A person who is signed in.
	 *
	 * @param id the user id
	 * @param name what people call them
	 * @param mayReassign whether they may give tasks of others to somebody else
	 */
	record Me(String id, String name, boolean mayReassign) {
	}

}
