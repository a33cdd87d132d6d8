package vn.careflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Finds the customer and makes sure that there is a free time. Used in «Tìm giờ trống».
 */
@Component
class FindSlotsDelegate implements JavaDelegate {

	private final AppointmentBooking booking;

	FindSlotsDelegate(AppointmentBooking booking) {
		this.booking = booking;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.booking.begin(execution);
	}

}
