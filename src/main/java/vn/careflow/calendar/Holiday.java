package vn.careflow.calendar;

import java.time.LocalDate;

/**
 * A day off that the law gives to everybody.
 *
 * @param date the day off
 * @param name what people call it, in Vietnamese
 */
public record Holiday(LocalDate date, String name) {
}
