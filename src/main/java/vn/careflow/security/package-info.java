/** Who may sign in and do what. */
@NullMarked
package vn.careflow.security;

import org.jspecify.annotations.NullMarked;
