package vn.careflow.opportunity;

import java.util.UUID;

/**
 * An opportunity was opened from outside, and nobody pursues it yet.
 */
public record OpportunityOpened(UUID opportunityId, UUID customerId) {

}
