package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Gives the chosen time away, or nothing when the customer wants none. Used in «Đặt lịch
 * hẹn».
 */
@Component
class BookAppointmentDelegate implements JavaDelegate {

	private static final String BOOK = "BOOK";

	private final AppointmentBooking booking;

	BookAppointmentDelegate(AppointmentBooking booking) {
		this.booking = booking;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean wanted = BOOK.equals(AppointmentProcess.BOOKING_DECISION.get(execution));
		if (wanted) {
			this.booking.book(execution);
		}
		AppointmentProcess.BOOKED.set(execution, wanted);
	}

}
