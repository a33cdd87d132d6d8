package vn.careflow.customer;

import java.util.UUID;

/**
 * Another record that may be the same customer, and what says so.
 *
 * @param customerId the other record
 * @param number its number
 * @param name its name
 * @param kind what both have in common
 * @param value the common phone, e-mail or identity
 */
public record DuplicateMatch(UUID customerId, String number, String name, ContactPointKind kind, String value) {

}
