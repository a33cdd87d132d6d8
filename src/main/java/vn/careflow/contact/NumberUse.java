package vn.careflow.contact;

import java.time.Instant;

/**
 * That a number was or will be contacted: at one moment when it is over, at any moment of
 * its slot when it is still planned.
 *
 * @param from the earliest moment of it
 * @param to the latest moment of it
 */
record NumberUse(Instant from, Instant to) {
}
