package vn.careflow.contact;

import java.time.LocalDate;

/**
 * The rules about contacts are others now, and planned contacts have been decided again
 * by them.
 *
 * @param from the first day on which that makes a difference
 */
public record ContactRulesChanged(LocalDate from) {
}
