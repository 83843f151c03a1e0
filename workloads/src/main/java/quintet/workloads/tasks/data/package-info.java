/** Generated tasks: a seeded hash that takes as long as is asked for. */
@NullMarked
package quintet.workloads.tasks.data;

import org.jspecify.annotations.NullMarked;
