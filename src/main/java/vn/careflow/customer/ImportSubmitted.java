package vn.careflow.customer;

import java.util.UUID;

/**
 * An import waits for a node.
 *
 * @param importId the import
 */
record ImportSubmitted(UUID importId) {

}
