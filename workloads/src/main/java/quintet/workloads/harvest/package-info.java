/**
 * The piece {@code harvest}: many URLs are called under a limit, and each becomes one row of a CSV.
 *
 * <p>Start with {@link quintet.workloads.harvest.Harvest}, the contract. {@link
 * quintet.workloads.harvest.Call} says what happens to one URL; what happens at the same time is
 * the model's.
 */
@NullMarked
package quintet.workloads.harvest;

import org.jspecify.annotations.NullMarked;
