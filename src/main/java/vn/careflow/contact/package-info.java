/**
 * When a customer may be contacted, why then, and what came of it.
 */
@NullMarked
package vn.careflow.contact;

import org.jspecify.annotations.NullMarked;
