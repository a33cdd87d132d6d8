package vn.careflow.request;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which open requests a person is responsible for, for whoever hands them over.
 */
@Service
public class RequestsOfAgent {

	private static final List<String> OPEN = Stream.of(RequestStatus.values())
		.filter(RequestStatus::isOpen)
		.map(Enum::name)
		.toList();

	private final JdbcClient jdbc;

	private final Requests requests;

	RequestsOfAgent(JdbcClient jdbc, Requests requests) {
		this.jdbc = jdbc;
		this.requests = requests;
	}

	/** How many a person has. */
	public long countOpen(String agentId) {
		return this.jdbc.sql("select count(*) from request where agent_id = :agent and status in (:open)")
			.param("agent", agentId)
			.param("open", OPEN)
			.query(Long.class)
			.single();
	}

	/** Those that a person has, the oldest first. */
	public List<OpenRequest> open(String agentId) {
		return this.jdbc.sql("""
				select id, customer_id, kind from request where agent_id = :agent and status in (:open)
				order by received_at, id""")
			.param("agent", agentId)
			.param("open", OPEN)
			.query((row, index) -> new OpenRequest(row.getObject("id", UUID.class),
					row.getObject("customer_id", UUID.class), row.getString("kind")))
			.list();
	}

	/**
	 * Makes another person responsible, unless the request is over or with somebody else
	 * by now.
	 * @return whether it was still with the first one
	 */
	@Transactional
	public boolean handOver(UUID requestId, String from, String to) {
		boolean theirs = this.requests.find(requestId)
			.filter((request) -> request.status().isOpen() && from.equals(request.agentId()))
			.isPresent();
		if (theirs) {
			this.requests.assignTo(requestId, to);
		}
		return theirs;
	}

	/**
	 * A request of somebody's.
	 *
	 * @param id the request
	 * @param customerId whose it is
	 * @param kind what it is about, a code
	 */
	public record OpenRequest(UUID id, UUID customerId, String kind) {
	}

}
