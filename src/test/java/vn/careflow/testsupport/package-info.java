/**
 * What tests of every room share: a database of either kind, and time that a test moves.
 */
@NullMarked
package vn.careflow.testsupport;

import org.jspecify.annotations.NullMarked;
