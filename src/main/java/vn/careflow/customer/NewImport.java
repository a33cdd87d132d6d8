package vn.careflow.customer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamSource;

/**
 * A file of customers to import.
 *
 * @param fileName as the sender calls it
 * @param file the content, read twice
 * @param mapping which column goes where, JSON as described in docs/imports
 * @param dryRun check only, write no customer
 * @param careWanted for how many of the imported customers pre-sale care is to begin, 0
 * for none, {@link #ALL} for all
 * @param submittedBy who asked for it
 */
public record NewImport(String fileName, InputStreamSource file, String mapping, boolean dryRun, int careWanted,
		@Nullable String submittedBy) {

	/** Pre-sale care for every imported customer. */
	public static final int ALL = Integer.MAX_VALUE;

}
