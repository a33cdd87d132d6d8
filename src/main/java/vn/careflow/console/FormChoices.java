package vn.careflow.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.careflow.opportunity.Products;
import vn.careflow.process.FormOptions;
import vn.careflow.staff.Staff;

/**
 * The options of selects that are data: products, agents and teams.
 */
@Component
class FormChoices implements FormOptions {

	private final Products products;

	private final Staff staff;

	private final Clock clock;

	FormChoices(Products products, Staff staff, Clock clock) {
		this.products = products;
		this.staff = staff;
		this.clock = clock;
	}

	@Override
	public List<Option> options(String source) {
		return switch (source) {
			case "products" ->
				this.products.active().stream().map((product) -> new Option(product.name(), product.code())).toList();
			case "agents" -> this.staff.all()
				.stream()
				.filter((agent) -> agent.isEmployedOn(LocalDate.now(this.clock)))
				.map((agent) -> new Option(agent.name(), agent.id()))
				.toList();
			case "teams" -> this.staff.teams().stream().map((team) -> new Option(team.name(), team.id())).toList();
			default -> List.of();
		};
	}

}
