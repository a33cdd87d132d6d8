package vn.careflow.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Stores requests, one row each.
 */
interface RequestRepository extends ListCrudRepository<Request, UUID> {

	Optional<Request> findByNumber(String number);

	Optional<Request> findBySourceAndExternalId(String source, String externalId);

	List<Request> findByCustomerIdAndStatusInOrderByReceivedAt(UUID customerId, Collection<RequestStatus> statuses);

	boolean existsByCustomerIdAndKindAndStatusIn(UUID customerId, RequestKind kind, Collection<RequestStatus> statuses);

}
