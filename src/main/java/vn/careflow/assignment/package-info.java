/**
 * Decides who takes a work item, and keeps why.
 */
@NullMarked
package vn.careflow.assignment;

import org.jspecify.annotations.NullMarked;
