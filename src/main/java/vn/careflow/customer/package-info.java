/**
 * Keeps what the business knows of a customer: the record, its timeline, its duplicates
 * and the plan of care.
 */
@NullMarked
package vn.careflow.customer;

import org.jspecify.annotations.NullMarked;
