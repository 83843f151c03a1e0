package quintet.suite.environment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The processor. What the system does not tell is null.
 *
 * @param vendor as the processor names its maker
 * @param model as the processor names itself
 * @param microarchitecture the design, where the library knows it
 * @param packages chips, or what a virtual machine shows as such
 * @param physicalCores of all packages
 * @param logicalProcessors of all cores: more, where a core runs several threads
 * @param virtual whether it admits to be one of a virtual machine
 * @param governor how its frequency is chosen
 * @param boost whether it may exceed its nominal frequency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cpu(
    String vendor,
    String model,
    @Nullable String microarchitecture,
    int packages,
    int physicalCores,
    int logicalProcessors,
    @Nullable Boolean virtual,
    @Nullable String governor,
    @Nullable Boolean boost) {}
