package vn.careflow.contact;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * When a version of a rule holds, and who recorded it.
 *
 * @param label what people call the rule
 * @param source where it is written
 * @param validFrom first day
 * @param validTo first day no longer, null while no end is known; the next version ends
 * this one anyway
 * @param repealed whether the rule does not hold from then on
 * @param recordedBy who recorded it, null for what the product brought along
 * @param recordedAt when
 */
record RuleVersion(String label, String source, LocalDate validFrom, @Nullable LocalDate validTo, boolean repealed,
		@Nullable String recordedBy, @Nullable Instant recordedAt) {
}
