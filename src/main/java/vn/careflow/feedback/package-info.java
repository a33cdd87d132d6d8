/**
 * Asks customers how it was, keeps what they answer, and works out what it amounts to.
 */
@NullMarked
package vn.careflow.feedback;

import org.jspecify.annotations.NullMarked;
