/**
 * Keeps the chances of a sale, the orders that came of them, and the offers that follow.
 */
@NullMarked
package vn.careflow.opportunity;

import org.jspecify.annotations.NullMarked;
