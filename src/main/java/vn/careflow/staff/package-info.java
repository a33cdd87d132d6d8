/**
 * Knows the people who care for customers: their teams, skills, hours, absences and how
 * much they can take on.
 */
@NullMarked
package vn.careflow.staff;

import org.jspecify.annotations.NullMarked;
