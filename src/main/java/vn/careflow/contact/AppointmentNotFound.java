package vn.careflow.contact;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * No appointment has this id: 404 over REST.
 */
public class AppointmentNotFound extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	AppointmentNotFound(UUID appointmentId) {
		super(HttpStatus.NOT_FOUND, problem(appointmentId), null);
	}

	private static ProblemDetail problem(UUID appointmentId) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"Không có lịch hẹn với mã " + appointmentId + ".");
		problem.setTitle("Không tìm thấy lịch hẹn");
		return problem;
	}

}
