package quintet.suite.environment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the machine did over a period that ends at a sample. An immutable value; Jackson writes and
 * reads it. Percentages are of all logical processors together; what is not known is null: all of
 * them for a period too short to have a tick.
 *
 * @param periodMillis how long
 * @param busyPercent time at work, whoever's; not what a hypervisor took
 * @param stealPercent time when a hypervisor ran something else, though there was work
 * @param othersPercent the part of {@code busyPercent} that is neither this process's nor that of
 *     children that ended in the period; on Linux only. Children still at work count as others.
 * @param loadAverage threads that ran or wanted to, on average over the last minute, not over the
 *     period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MachineLoad(
    long periodMillis,
    @Nullable Double busyPercent,
    @Nullable Double stealPercent,
    @Nullable Double othersPercent,
    @Nullable Double loadAverage) {}
