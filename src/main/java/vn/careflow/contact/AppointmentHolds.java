package vn.careflow.contact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives back the times that nobody confirmed. Whoever books one of these people does it
 * at once; this is for the others, who look at a list.
 */
@Component
class AppointmentHolds {

	private static final Logger log = LoggerFactory.getLogger(AppointmentHolds.class);

	private static final int AT_ONCE = 100;

	private final Appointments appointments;

	AppointmentHolds(Appointments appointments) {
		this.appointments = appointments;
	}

	@Scheduled(fixedDelayString = "${careflow.appointment.expire-every:1m}",
			initialDelayString = "${careflow.appointment.expire-every:1m}")
	void expire() {
		int expired = this.appointments.expire(AT_ONCE);
		if (expired > 0) {
			log.info("Gave back the time of {} appointments that nobody confirmed", expired);
		}
	}

}
