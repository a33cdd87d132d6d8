/**
 * A small business to try the product on: people, customers and work in progress. Loaded
 * with the profile {@code demo} only, into an empty database.
 */
@NullMarked
package vn.careflow.demo;

import org.jspecify.annotations.NullMarked;
