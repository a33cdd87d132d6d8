package vn.careflow.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.careflow.contact.AppointmentSearch;
import vn.careflow.contact.AppointmentSlot;
import vn.careflow.contact.Appointments;
import vn.careflow.contact.ContactPurpose;
import vn.careflow.contact.NewAppointment;

/**
 * Appointments of the days to come, in times that are free.
 */
@Component
@Profile("demo")
class DemoAppointments {

	private static final int OFFERED = 20;

	private final Appointments appointments;

	private final Clock clock;

	DemoAppointments(Appointments appointments, Clock clock) {
		this.appointments = appointments;
		this.clock = clock;
	}

	void book(Map<String, UUID> who) {
		book(who.get("khachsan"), "AT_CUSTOMERS_PLACE", "sales", "Khảo sát Wi-Fi cho 60 phòng");
		book(who.get("nhaxinh"), "AT_OUR_PLACE", "sales", "Xem hợp đồng năm tới");
		book(who.get("truonghoc"), "VIDEO", "service", "Bàn kế hoạch nâng cấp trong kỳ nghỉ hè");
		book(who.get("binh"), "CALL", "service", "Hướng dẫn xem lại camera trên điện thoại");
		UUID calledOff = book(who.get("dung"), "CALL", "service", "Tư vấn nâng cấp gói cước");
		this.appointments.cancel(calledOff, "Khách báo bận, sẽ gọi lại", DemoPeople.LAN);
	}

	/** The last of the first free times, so that there is time to look at it before. */
	private UUID book(UUID customerId, String kind, String team, String note) {
		List<AppointmentSlot> free = this.appointments
			.freeSlots(new AppointmentSearch(customerId, kind, ContactPurpose.SERVICE, null, team,
					this.clock.instant().plus(Duration.ofHours(2)), null, OFFERED))
			.slots();
		AppointmentSlot slot = free.get(free.size() - 1);
		UUID id = UUID.randomUUID();
		this.appointments.hold(new NewAppointment(id, customerId, slot.agentId(), kind, ContactPurpose.SERVICE,
				slot.startsAt(), null, note, slot.agentId()));
		this.appointments.confirm(id, slot.agentId());
		return id;
	}

}
