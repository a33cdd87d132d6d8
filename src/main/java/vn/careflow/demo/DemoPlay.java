package vn.careflow.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.careflow.calendar.BusinessCalendar;
import vn.careflow.calendar.CareDuration;
import vn.careflow.customer.CarePlans;
import vn.careflow.opportunity.NewOpportunity;
import vn.careflow.opportunity.NewOrder;
import vn.careflow.opportunity.Opportunities;
import vn.careflow.opportunity.Orders;
import vn.careflow.process.AgentDesk;
import vn.careflow.process.Rehearsal;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.staff.WorkCalendars;

/**
 * The days before today: orders, requests, opportunities and care cycles that have come
 * as far as they would have by now.
 */
@Component
@Profile("demo")
class DemoPlay {

	private final Rehearsal rehearsal;

	private final AgentDesk desk;

	private final DemoHands hands;

	private final Orders orders;

	private final Opportunities opportunities;

	private final Requests requests;

	private final CarePlans carePlans;

	private final WorkCalendars calendars;

	private final Clock clock;

	DemoPlay(Rehearsal rehearsal, AgentDesk desk, DemoHands hands, Orders orders, Opportunities opportunities,
			Requests requests, CarePlans carePlans, WorkCalendars calendars, Clock clock) {
		this.rehearsal = rehearsal;
		this.desk = desk;
		this.hands = hands;
		this.orders = orders;
		this.opportunities = opportunities;
		this.requests = requests;
		this.carePlans = carePlans;
		this.calendars = calendars;
		this.clock = clock;
	}

	void play(Map<String, UUID> customers) {
		Instant now = this.clock.instant();
		at(now, "8wd", () -> firstOrders(customers), () -> firstCalls(customers));
		at(now, "3wd", () -> daysBefore(customers), () -> callsOfThatDay(customers));
		at(now, "2wd", () -> theDayAfter(customers), () -> adjustPlan(customers.get("bochihuy")));
		at(now, "6h", () -> lately(customers), () -> latelyCalled(customers));
		at(now, "1h", () -> today(customers), () -> {
		});
	}

	/**
	 * Plays a morning, and what came of its calls an hour and a half later, but not later
	 * than now.
	 */
	private void at(Instant now, String ago, Runnable morning, Runnable calls) {
		Instant opening = before(now, ago);
		this.rehearsal.at(opening);
		morning.run();
		Instant later = this.calendars.named("service").add(opening, CareDuration.parse("90m"));
		this.rehearsal.at(later.isBefore(now) ? later : now);
		calls.run();
	}

	private void firstOrders(Map<String, UUID> who) {
		order(who.get("an"), "NET-100", 220_000);
		order(who.get("nhaxinh"), "NET-300", 330_000);
		order(who.get("linh"), "TV-PLUS", 90_000);
		thank(who.get("an"));
		thank(who.get("nhaxinh"));
		request(who.get("my"), RequestKind.SUPPORT, "Đổi mật khẩu Wi-Fi", Level.LOW);
		answer(who.get("my"), "Chúng tôi đã hướng dẫn quý khách đổi mật khẩu.", "RESOLVED");
		confirm(who.get("my"));
	}

	private void firstCalls(Map<String, UUID> who) {
		reached(who.get("an"));
		noAnswer(who.get("nhaxinh"));
	}

	private void daysBefore(Map<String, UUID> who) {
		opportunity(who.get("binh"), "Camera trông cửa hàng, cần xem lại trên điện thoại", "CAM-2");
		opportunity(who.get("cuong"), "Gói truyền hình có kênh thiếu nhi", "TV-PLUS");
		opportunity(who.get("dung"), "Nâng cấp lên 300 Mbps", "NET-300");
		opportunity(who.get("khachsan"), "Wi-Fi cho 60 phòng", "WIFI-6");
		request(who.get("hai"), RequestKind.SUPPORT, "Mạng chập chờn buổi tối", Level.MEDIUM);
		answer(who.get("hai"), "Kính nhờ quý khách gửi ảnh đèn tín hiệu của thiết bị.", "WAIT_FOR_CUSTOMER");
		request(who.get("rausach"), RequestKind.WARRANTY, "Camera không quay được ban đêm", Level.MEDIUM);
		this.carePlans.request(who.get("truonghoc"));
		this.carePlans.request(who.get("bochihuy"));
	}

	private void callsOfThatDay(Map<String, UUID> who) {
		reached(who.get("binh"));
		noAnswer(who.get("cuong"));
		reached(who.get("khachsan"));
	}

	private void theDayAfter(Map<String, UUID> who) {
		request(who.get("giang"), RequestKind.COMPLAINT, "Nhân viên đến muộn hai lần", Level.HIGH);
		request(who.get("uyban"), RequestKind.SUPPORT, "Mất kết nối phòng tiếp dân", Level.HIGH);
		answer(who.get("uyban"), "Kỹ thuật viên đã khôi phục kết nối.", "RESOLVED");
		request(who.get("quynh"), RequestKind.SUPPORT, "Hỏi cách kiểm tra cước", Level.LOW);
		this.hands.giveBack(who.get("quynh"), "Khách hỏi về cước trả trước, cần người rành mảng này");
	}

	private void lately(Map<String, UUID> who) {
		this.hands.reassign(who.get("giang"), DemoPeople.HOA, "Chị Hoa đã nói chuyện với khách từ đầu");
		this.hands.callInSick(DemoPeople.MINH, DemoPeople.HOA);
		opportunity(who.get("hanh"), "Camera cho bố mẹ ở quê", "CAM-2");
		opportunity(who.get("khanh"), "Internet tốc độ cao để học trực tuyến", "NET-300");
		opportunity(who.get("vy"), "Internet cho nhà mới xây", "NET-100");
		request(who.get("long"), RequestKind.WARRANTY, "Bộ phát Wi-Fi tự khởi động lại", Level.MEDIUM);
		request(who.get("ngoc"), RequestKind.SUPPORT, "Cần thêm điểm phát Wi-Fi", Level.MEDIUM);
		answer(who.get("ngoc"), "Chúng tôi đã gửi phương án lắp thêm điểm phát.", "RESOLVED");
		order(who.get("tam"), "CAM-2", 1_990_000);
		this.carePlans.request(who.get("uyen"));
	}

	private void latelyCalled(Map<String, UUID> who) {
		reached(who.get("hanh"));
		noAnswer(who.get("khanh"));
	}

	private void today(Map<String, UUID> who) {
		request(who.get("kim"), RequestKind.SUPPORT, "Không vào được trang quản lý", Level.MEDIUM);
		request(who.get("son"), RequestKind.COMPLAINT, "Bị trừ tiền hai lần", Level.HIGH);
		order(who.get("uyen"), "TV-PLUS", 90_000);
		opportunity(who.get("truonghoc"), "Wi-Fi cho khu nội trú", "WIFI-6");
	}

	private void order(UUID customer, String product, long amount) {
		this.orders.place(new NewOrder(null, "demo", "DH-" + product + "-" + customer.toString().substring(0, 4),
				customer, product, BigDecimal.valueOf(amount), this.clock.instant()));
		this.rehearsal.settle();
	}

	private void opportunity(UUID customer, String need, String product) {
		this.opportunities.receive(NewOpportunity.of(customer, need).interestedIn(product));
		this.rehearsal.settle();
	}

	private void request(UUID customer, RequestKind kind, String subject, Level impact) {
		this.requests.receive(
				NewRequest.of(customer, kind, subject, subject + ". Khách mong được xử lý sớm.", RequestChannel.PHONE)
					.graded(impact, Level.MEDIUM));
		this.rehearsal.settle();
	}

	private void thank(UUID customer) {
		this.desk.complete(customer, "Task_ThankCustomer",
				Map.of("deliveredOn", this.clock.instant().atZone(this.clock.getZone()).toLocalDate().toString()));
		this.rehearsal.settle();
	}

	private void answer(UUID customer, String answer, String nextStep) {
		Map<String, Object> values = new HashMap<>(Map.of("answer", answer, "nextStep", nextStep));
		if (nextStep.equals("RESOLVED")) {
			values.put("rootCause", "PROCESS");
			values.put("resolution", answer);
		}
		this.desk.complete(customer, "Task_AnswerRequest", values);
		this.rehearsal.settle();
	}

	private void confirm(UUID customer) {
		this.desk.complete(customer, "Task_ConfirmResolution", Map.of("confirmation", "SOLVED"));
		this.rehearsal.settle();
	}

	private void reached(UUID customer) {
		contact(customer, "REACHED");
	}

	private void noAnswer(UUID customer) {
		contact(customer, "NO_ANSWER");
	}

	private void contact(UUID customer, String outcome) {
		this.desk.complete(customer, "Task_CarryOutContact",
				Map.of("contactOutcome", outcome, "raisedRequestKind", "NONE"));
		this.rehearsal.settle();
	}

	private void adjustPlan(UUID customer) {
		this.desk.complete(customer, "Task_AdjustPlan", Map.of("contactWanted", true, "contactChannel", "CALL"));
		this.rehearsal.settle();
	}

	/**
	 * The working moment that lies this long before now, in the hours of customer
	 * service.
	 */
	private Instant before(Instant now, String duration) {
		BusinessCalendar calendar = this.calendars.named("service");
		return calendar.nextOpen(calendar.subtract(now, CareDuration.parse(duration)));
	}

}
