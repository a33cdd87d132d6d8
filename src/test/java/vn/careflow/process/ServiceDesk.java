package vn.careflow.process;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import vn.careflow.customer.ContactPreferences;
import vn.careflow.customer.CustomerProfile;
import vn.careflow.customer.Customers;
import vn.careflow.customer.NewCustomer;
import vn.careflow.request.Level;
import vn.careflow.request.NewRequest;
import vn.careflow.request.Request;
import vn.careflow.request.RequestChannel;
import vn.careflow.request.RequestKind;
import vn.careflow.request.Requests;
import vn.careflow.servicelevel.Notice;
import vn.careflow.servicelevel.Notices;
import vn.careflow.staff.Agent;
import vn.careflow.staff.NewAbsence;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;
import vn.careflow.testsupport.Time;

import org.springframework.stereotype.Component;

/**
 * The service team that tests of requests and care cycles speak of, and customers with
 * requests for it. The staff is shared by all tests of a context, so it is registered
 * once and whoever leads or manages already is asked for.
 */
@Component
class ServiceDesk {

	/** Owns the customers of these tests, has every skill, always at work. */
	static final String LAN = "desk.lan";

	/** Can do what Lan can. */
	static final String MINH = "desk.minh";

	private static final String LEAD = "desk.hung";

	private static final String MANAGER = "desk.mai";

	private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 2);

	private static final AtomicInteger CUSTOMERS = new AtomicInteger();

	private final Staff staff;

	private final Customers customers;

	private final Requests requests;

	private final Notices notices;

	ServiceDesk(Staff staff, Customers customers, Requests requests, Notices notices) {
		this.staff = staff;
		this.customers = customers;
		this.requests = requests;
		this.notices = notices;
	}

	/** Registers who is not there yet. */
	void opens() {
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		this.staff.register(agent(LAN, "Nguyễn Thị Lan"));
		this.staff.register(agent(MINH, "Trần Văn Minh"));
		this.staff.register(person(LEAD, "Đặng Hùng").withRoles(Role.TEAM_LEAD).inTeams("service", "sales"));
		this.staff.register(person(MANAGER, "Bùi Mai").withRoles(Role.MANAGER));
		if (this.staff.leadOf("service").isEmpty()) {
			this.staff.appointLead("service", LEAD);
		}
	}

	/** Somebody who takes no new work by the rules and is absent for a while. */
	String somebodyOnLeave(String from, String to) {
		String id = "desk.away" + CUSTOMERS.incrementAndGet();
		this.staff.register(person(id, "Võ Đi Vắng").inTeams("service").withCapacity(0));
		this.staff.enterAbsence(
				new NewAbsence(UUID.randomUUID(), id, Time.instant(from), Time.instant(to), null, "nghỉ phép"));
		return id;
	}

	/** Somebody whom those understand whom nobody understood. */
	String hiresAnInterpreter() {
		String id = "desk.interpreter" + CUSTOMERS.incrementAndGet();
		return this.staff.register(agent(id, "Kim Thông Dịch").speaking("ko")).id();
	}

	void letsGo(String agentId) {
		this.staff.stopReceiving(agentId, "hết hợp đồng");
	}

	String somebodyWhoHasLeft() {
		return this.staff.register(person("desk.gone", "Lý Đã Nghỉ").employedUntil(LocalDate.of(2025, 1, 1))).id();
	}

	/** A new customer with a phone of their own, whom Lan is responsible for. */
	UUID customer() {
		return customer(profile());
	}

	UUID customer(CustomerProfile.Builder profile) {
		return this.customers.register(NewCustomer.from("desk", null, profile.build()).ownedBy(LAN)).customer().id();
	}

	/** A customer whose language nobody here speaks: no rule finds an agent. */
	UUID customerWhomNobodyUnderstands() {
		return customer(profile().preferences(new ContactPreferences(null, null, null, null, "ko", false)));
	}

	CustomerProfile.Builder profile() {
		int number = CUSTOMERS.incrementAndGet();
		return CustomerProfile.person("Lê Thị Khách %d".formatted(number))
			.phone("+84388%06d".formatted(number))
			.email("khach%d@example.com".formatted(number))
			.agreesToAdvertising();
	}

	/** A request for support of high priority: eight business hours to resolve it. */
	UUID supportRequestOf(UUID customerId) {
		return received(NewRequest
			.of(customerId, RequestKind.SUPPORT, "Mạng chập chờn", "Mất kết nối mỗi tối", RequestChannel.WEB)
			.graded(Level.HIGH, Level.MEDIUM));
	}

	/** A complaint of low priority: three working days to resolve it. */
	UUID complaintOf(UUID customerId) {
		return received(NewRequest
			.of(customerId, RequestKind.COMPLAINT, "Thái độ phục vụ", "Nhân viên trả lời cộc lốc", RequestChannel.EMAIL)
			.graded(Level.LOW, Level.LOW));
	}

	UUID received(NewRequest request) {
		return this.requests.receive(request).id();
	}

	Request request(UUID requestId) {
		return this.requests.get(requestId);
	}

	String leadOfService() {
		return this.staff.leadOf("service").orElseThrow().id();
	}

	String aManager() {
		return this.staff.managers().stream().map(Agent::id).findFirst().orElseThrow();
	}

	/**
	 * What a person was told about a case, the rungs only, the latest first. That it
	 * changed hands, which names the decision, is left out.
	 */
	List<String> told(String agentId, UUID caseId) {
		return toldAll(agentId, caseId).stream().filter((rung) -> !rung.contains("@")).toList();
	}

	/** That a case changed hands too, without which decision it was. */
	List<String> toldOfHands(String agentId, UUID caseId) {
		return toldAll(agentId, caseId).stream().map((rung) -> rung.replaceFirst("@.*", "")).toList();
	}

	private List<String> toldAll(String agentId, UUID caseId) {
		return this.notices.of(agentId)
			.stream()
			.filter((notice) -> notice.subjectId().equals(caseId))
			.map(Notice::rung)
			.toList();
	}

	private static NewAgent agent(String id, String name) {
		return person(id, name).inTeams("service", "sales")
			.skilled("support", 3)
			.skilled("warranty", 3)
			.skilled("complaint", 3);
	}

	private static NewAgent person(String id, String name) {
		return NewAgent.named(id, name, id + "@example.com", LONG_AGO).workingBy("always").withCapacity(100_000);
	}

}
