/**
 * What is common to all pieces of work. Nothing here starts a thread or imports an executor, a lock
 * or a queue: that is what the models are for.
 */
@NullMarked
package quintet.workloads;

import org.jspecify.annotations.NullMarked;
