package vn.careflow.channel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Stores messages, one row each.
 */
interface MessageRepository extends ListCrudRepository<Message, UUID> {

	Optional<Message> findByChannelAndExternalId(Channel channel, String externalId);

	Page<Message> findByCustomerIdIsNull(Pageable page);

	List<Message> findByCustomerIdOrderByReceivedAtDesc(UUID customerId);

}
