/**
 * How long cases wait for us, when that is too long, and who is told.
 */
@NullMarked
package vn.careflow.servicelevel;

import org.jspecify.annotations.NullMarked;
