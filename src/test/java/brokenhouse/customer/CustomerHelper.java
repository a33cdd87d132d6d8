package brokenhouse.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

import brokenhouse.console.Pages;
import brokenhouse.request.Requests;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/**
 * A helper, public, that injects into fields, asks the system's clock, and imports what
 * it must not.
 */
@RestController
public class CustomerHelper {

	@Autowired
	@Nullable RuntimeService runtime;

	@Nullable Pages pages;

	@Nullable Requests requests;

	public Instant now() {
		return Instant.now();
	}

	public LocalDate today() {
		return LocalDate.now();
	}

	public Date date() {
		return new Date();
	}

	public long millis() {
		return System.currentTimeMillis();
	}

	public void print() {
		System.out.println("Nobody reads this");
	}

}
