package vn.careflow.opportunity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Stores orders, one row each.
 */
interface OrderRepository extends ListCrudRepository<CustomerOrder, UUID> {

	Optional<CustomerOrder> findBySourceAndExternalId(String source, String externalId);

	List<CustomerOrder> findByCustomerIdOrderByPlacedAtDesc(UUID customerId);

	Page<CustomerOrder> findByCustomerId(UUID customerId, Pageable page);

	Page<CustomerOrder> findAllBy(Pageable page);

}
