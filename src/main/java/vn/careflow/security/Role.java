package vn.careflow.security;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What a person may do. Each role is a group of the engine; teams are groups too, but
 * give no rights of their own.
 */
enum Role {

	/** Draws models, deploys them, sees where cases stand. */
	DESIGNER("designer", "Thiết kế quy trình", "ROLE_DESIGNER"),

	/** Works on cases. */
	AGENT("agent", "Nhân viên chăm sóc khách hàng", "ROLE_AGENT"),

	/** Works on cases and hands them from one agent to another. */
	TEAM_LEAD("team-lead", "Trưởng nhóm", "ROLE_TEAM_LEAD"),

	/** Sees everything, changes nothing in the engine. */
	MANAGER("manager", "Quản lý", "ROLE_MANAGER"),

	/** Everything. The engine knows this group by its name. */
	ADMINISTRATOR("camunda-admin", "Quản trị hệ thống", "ROLE_ADMIN");

	private final String group;

	private final String label;

	private final String authority;

	Role(String group, String label, String authority) {
		this.group = group;
		this.label = label;
		this.authority = authority;
	}

	String group() {
		return this.group;
	}

	String label() {
		return this.label;
	}

	/**
	 * What Spring Security calls the roles among these groups.
	 */
	static List<GrantedAuthority> authorities(Collection<String> groups) {
		return Stream.of(values())
			.filter((role) -> groups.contains(role.group))
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority(role.authority))
			.toList();
	}

}
