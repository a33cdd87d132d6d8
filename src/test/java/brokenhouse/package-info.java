/**
 * A house in which every rule of the architecture is broken once, so that
 * {@link vn.careflow.ArchitectureTests} can be seen to notice. Outside the product's root
 * package, so that Spring finds none of it.
 */
@NullMarked
package brokenhouse;

import org.jspecify.annotations.NullMarked;
