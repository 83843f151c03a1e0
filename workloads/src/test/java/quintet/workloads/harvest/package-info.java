/** The contract that every model of the piece {@code harvest} is tested against, and its steps. */
@NullMarked
package quintet.workloads.harvest;

import org.jspecify.annotations.NullMarked;
