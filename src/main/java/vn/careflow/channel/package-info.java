/**
 * Takes in what customers write on any channel, exactly once, and finds who wrote it.
 */
@NullMarked
package vn.careflow.channel;

import org.jspecify.annotations.NullMarked;
