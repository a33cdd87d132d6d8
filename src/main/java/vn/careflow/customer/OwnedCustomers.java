package vn.careflow.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customers a person is responsible for, for whoever hands them over.
 */
@Service
public class OwnedCustomers {

	private final JdbcClient jdbc;

	private final Customers customers;

	OwnedCustomers(JdbcClient jdbc, Customers customers) {
		this.jdbc = jdbc;
		this.customers = customers;
	}

	/** How many a person owns. */
	public long count(String ownerId) {
		return this.jdbc.sql("select count(*) from customer where owner_id = ?")
			.param(ownerId)
			.query(Long.class)
			.single();
	}

	/** Those that a person owns, by number. */
	public List<OwnedCustomer> of(String ownerId) {
		return this.jdbc.sql("select id, language from customer where owner_id = ? order by customer_number")
			.param(ownerId)
			.query((row, index) -> new OwnedCustomer(row.getObject("id", UUID.class), row.getString("language")))
			.list();
	}

	/**
	 * Makes another person responsible, unless somebody else is by now.
	 * @return whether it was still with the first one
	 */
	@Transactional
	public boolean handOver(UUID customerId, String from, String to, String why) {
		boolean owned = this.jdbc.sql("select count(*) from customer where id = ? and owner_id = ?")
			.params(customerId, from)
			.query(Long.class)
			.single() == 1;
		if (owned) {
			this.customers.changeOwner(customerId, to, why);
		}
		return owned;
	}

	/**
	 * A customer of somebody's.
	 *
	 * @param id the customer
	 * @param language the customer's language tag
	 */
	public record OwnedCustomer(UUID id, String language) {
	}

}
