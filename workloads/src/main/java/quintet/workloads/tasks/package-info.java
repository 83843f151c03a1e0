/**
 * The piece {@code tasks}: any number of tasks; results in order, as they complete, or streamed in
 * bounded memory.
 */
@NullMarked
package quintet.workloads.tasks;

import org.jspecify.annotations.NullMarked;
