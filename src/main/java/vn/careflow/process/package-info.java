/**
 * The one door to the engine: delegates, listeners, variables, messages, engine settings.
 */
@NullMarked
package vn.careflow.process;

import org.jspecify.annotations.NullMarked;
