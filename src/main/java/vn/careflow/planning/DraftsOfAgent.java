package vn.careflow.planning;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What plans that are not carried out yet would give to a person, for whoever hands it
 * over.
 */
@Service
public class DraftsOfAgent {

	private static final String DRAFTS = """
			from day_plan_item i join day_plan p on p.id = i.plan_id
			where p.state in ('REQUESTED', 'PROPOSED') and i.state in ('PROPOSED', 'ACCEPTED', 'CHANGED')
				and coalesce(i.chosen_agent_id, i.proposed_agent_id) = ?
			""";

	private final JdbcClient jdbc;

	DraftsOfAgent(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many proposals name a person. */
	public long count(String agentId) {
		return this.jdbc.sql("select count(*) " + DRAFTS).param(agentId).query(Long.class).single();
	}

	/** The proposals that name a person. */
	public List<Draft> of(String agentId) {
		return this.jdbc.sql("select i.plan_id, i.item_no, i.contact_id, i.customer_id " + DRAFTS + "order by 1, 2")
			.param(agentId)
			.query((row, index) -> new Draft(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class),
					row.getObject(4, UUID.class)))
			.list();
	}

	/**
	 * Lets a proposal name another person; it is judged again when it is carried out.
	 * @return whether it still named the first one
	 */
	@Transactional
	public boolean handOver(UUID planId, int no, String from, String to) {
		return this.jdbc
			.sql("""
					update day_plan_item set
						chosen_agent_id = case when chosen_agent_id is null then null else cast(:to as varchar(64)) end,
						proposed_agent_id = case when chosen_agent_id is null then cast(:to as varchar(64))
							else proposed_agent_id end
					where plan_id = :plan and item_no = :no and state in ('PROPOSED', 'ACCEPTED', 'CHANGED')
						and coalesce(chosen_agent_id, proposed_agent_id) = :from
						and exists (select 1 from day_plan p where p.id = plan_id and p.state in ('REQUESTED', 'PROPOSED'))""")
			.param("to", to)
			.param("plan", planId)
			.param("no", no)
			.param("from", from)
			.update() == 1;
	}

	/**
	 * A proposal of a plan.
	 *
	 * @param planId the plan
	 * @param no its number in the plan
	 * @param contactId what it is about
	 * @param customerId whom it concerns
	 */
	public record Draft(UUID planId, int no, UUID contactId, UUID customerId) {
	}

}
