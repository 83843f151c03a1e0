/**
 * The model {@code threadpool}: an executor runs one task per item, and their number is bounded.
 */
@NullMarked
package quintet.threadpool;

import org.jspecify.annotations.NullMarked;
