/**
 * Business time, holidays and lunar dates: pure {@code java.time}, without Spring and
 * without a database.
 */
@NullMarked
package vn.careflow.calendar;

import org.jspecify.annotations.NullMarked;
