/**
 * The one door to the engine: delegates, listeners, variables, messages, form contracts
 * and engine settings.
 */
@NullMarked
package vn.careflow.process;

import org.jspecify.annotations.NullMarked;
