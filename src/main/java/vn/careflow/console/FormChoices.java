package vn.careflow.console;

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

	FormChoices(Products products, Staff staff) {
		this.products = products;
		this.staff = staff;
	}

	@Override
	public List<Option> options(String source) {
		return switch (source) {
			case "products" ->
				this.products.active().stream().map((product) -> new Option(product.name(), product.code())).toList();
			case "agents" -> this.staff.all().stream().map((agent) -> new Option(agent.name(), agent.id())).toList();
			case "teams" -> this.staff.teams().stream().map((team) -> new Option(team.name(), team.id())).toList();
			default -> List.of();
		};
	}

}
