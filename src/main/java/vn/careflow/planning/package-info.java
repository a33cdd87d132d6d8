/**
 * Proposes who contacts whom when over the next days of a team, says why, and moves what
 * the team lead accepts.
 */
@NullMarked
package vn.careflow.planning;

import org.jspecify.annotations.NullMarked;
