/**
 * Keeps what customers ask for (warranty, support, complaint) from receipt to a closing
 * answer.
 */
@NullMarked
package vn.careflow.request;

import org.jspecify.annotations.NullMarked;
