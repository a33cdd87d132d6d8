package vn.careflow.opportunity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Stores opportunities, one row each.
 */
interface OpportunityRepository extends ListCrudRepository<Opportunity, UUID> {

	Optional<Opportunity> findBySourceAndExternalId(String source, String externalId);

	Optional<Opportunity> findByOpenKey(UUID openKey);

	List<Opportunity> findByCustomerIdAndOutcomeIsNullOrderByOpenedAt(UUID customerId);

	Optional<Opportunity> findFirstByCustomerIdAndOutcomeIsNotNullOrderByConcludedAtDesc(UUID customerId);

}
