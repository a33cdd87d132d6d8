package vn.careflow.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.careflow.opportunity.Product;
import vn.careflow.opportunity.Products;
import vn.careflow.staff.NewAgent;
import vn.careflow.staff.NewTeam;
import vn.careflow.staff.Role;
import vn.careflow.staff.Staff;

/**
 * The people and the products of the demonstration.
 */
@Component
@Profile("demo")
class DemoPeople {

	static final String LAN = "lan.nguyen";

	static final String MINH = "minh.tran";

	static final String HOA = "hoa.le";

	/** Leaves the company in two weeks. */
	static final String DUC = "duc.hoang";

	static final String HUNG = "hung.dang";

	private static final LocalDate HIRED = LocalDate.of(2024, 1, 2);

	private final Staff staff;

	private final Products products;

	DemoPeople(Staff staff, Products products) {
		this.staff = staff;
		this.products = products;
	}

	void load() {
		this.staff.registerTeam(new NewTeam("sales", "Kinh doanh"));
		this.staff.registerTeam(new NewTeam("service", "Chăm sóc khách hàng"));
		agent(LAN, "Nguyễn Thị Lan").inService().expert("support", 5).expert("warranty", 3).register();
		agent(MINH, "Trần Văn Minh").inService().expert("warranty", 5).expert("support", 3).register();
		agent(HOA, "Lê Thị Hoa").inService().expert("complaint", 4).expert("support", 4).register();
		agent(DUC, "Hoàng Minh Đức").inSales().register();
		agent("nam.pham", "Phạm Hoài Nam").inSales().register();
		agent("thao.vo", "Võ Phương Thảo").inSales().register();
		agent(HUNG, "Đặng Quốc Hùng").inService().inSales().lead().expert("complaint", 5).register();
		agent("mai.bui", "Bùi Thanh Mai").manager().register();
		agent("khoa.do", "Đỗ Anh Khoa").designer().register();
		this.staff.appointLead("sales", HUNG);
		this.staff.appointLead("service", HUNG);
		product("NET-100", "Internet cáp quang 100 Mbps", 220_000);
		product("NET-300", "Internet cáp quang 300 Mbps", 330_000);
		product("CAM-2", "Bộ hai camera gia đình", 1_990_000);
		product("TV-PLUS", "Truyền hình theo yêu cầu", 90_000);
		product("WIFI-6", "Bộ phát Wi-Fi 6", 1_290_000);
	}

	private void product(String code, String name, long price) {
		this.products.keep(new Product(code, name, BigDecimal.valueOf(price), true));
	}

	private Entry agent(String id, String name) {
		return new Entry(NewAgent.named(id, name, id + "@careflow.example", HIRED));
	}

	/** One person, described step by step. */
	private final class Entry {

		private NewAgent agent;

		private Entry(NewAgent agent) {
			this.agent = agent;
		}

		Entry inService() {
			return inTeam("service");
		}

		Entry inSales() {
			return inTeam("sales");
		}

		Entry expert(String skill, int level) {
			this.agent = this.agent.skilled(skill, level);
			return this;
		}

		Entry lead() {
			this.agent = this.agent.withRoles(Role.AGENT, Role.TEAM_LEAD);
			return this;
		}

		Entry manager() {
			this.agent = this.agent.withRoles(Role.MANAGER);
			return this;
		}

		Entry designer() {
			this.agent = this.agent.withRoles(Role.DESIGNER);
			return this;
		}

		void register() {
			DemoPeople.this.staff.register(this.agent);
		}

		private Entry inTeam(String team) {
			java.util.Set<String> teams = new java.util.TreeSet<>(this.agent.teams());
			teams.add(team);
			this.agent = this.agent.inTeams(teams.toArray(String[]::new));
			return this;
		}

	}

}
