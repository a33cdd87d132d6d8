package vn.careflow.customer;

import java.util.UUID;

/**
 * A customer is to be spoken to in another language.
 *
 * @param language ISO 639-1 code
 */
public record CustomerLanguageChanged(UUID customerId, String language) {

}
