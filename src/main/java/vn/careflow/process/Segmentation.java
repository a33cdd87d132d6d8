package vn.careflow.process;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.careflow.customer.Assessment;
import vn.careflow.customer.CustomerFacts;
import vn.careflow.customer.CustomerGroup;
import vn.careflow.customer.Customers;
import vn.careflow.customer.Potential;

/**
 * Puts a customer into a group and says how promising they are, by the decision tables,
 * with the reason.
 */
@Service
class Segmentation {

	static final String SEGMENT_TABLE = "customer-segment";

	static final String POTENTIAL_TABLE = "customer-potential";

	private final Customers customers;

	private final Decisions decisions;

	Segmentation(Customers customers, Decisions decisions) {
		this.customers = customers;
		this.decisions = decisions;
	}

	/**
	 * Decides group and potential from what is known today, and keeps both with the
	 * reasons.
	 */
	@Transactional
	public Assessment assess(UUID customerId) {
		CustomerFacts facts = this.customers.facts(customerId);
		Map<String, Object> potential = this.decisions.decide(POTENTIAL_TABLE,
				Map.of("needKnown", facts.needKnown(), "purchases", facts.purchases(), "daysSinceContact",
						facts.daysSinceContact(), "lastOutcome", facts.lastOutcome()));
		Assessment assessment = new Assessment(group(facts), Potential.valueOf((String) potential.get("potential")),
				((Number) potential.get("potentialScore")).intValue(), (String) potential.get("potentialReason"),
				SEGMENT_TABLE + ", " + POTENTIAL_TABLE);
		this.customers.assess(customerId, assessment);
		return assessment;
	}

	/**
	 * Group and potential as last assessed, by the names of the tables' input columns.
	 */
	Map<String, Object> groupAndPotential(UUID customerId) {
		CustomerFacts facts = this.customers.facts(customerId);
		return Map.of("customerGroup", facts.group().name(), "potential", facts.potential().name());
	}

	CustomerGroup groupOf(UUID customerId) {
		return this.customers.facts(customerId).group();
	}

	private CustomerGroup group(CustomerFacts facts) {
		return CustomerGroup.valueOf(this.decisions.text(SEGMENT_TABLE, Map.of("customerKind", facts.kind().name(),
				"servesState", facts.servesState(), "annualRevenue", facts.annualRevenue()), "customerGroup"));
	}

}
