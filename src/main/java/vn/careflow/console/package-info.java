/** What people see: the product's pages, and the words in which errors are told. */
@NullMarked
package vn.careflow.console;

import org.jspecify.annotations.NullMarked;
