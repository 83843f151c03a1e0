/**
 * The services that the pieces talk to, real and embedded. They know nothing of the pieces, the
 * models or the suite, and need nothing but the JDK.
 */
@NullMarked
package quintet.services;

import org.jspecify.annotations.NullMarked;
