package quintet.suite.environment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name for the kind of machine, such as {@code amd-epyc-2-cores}: fit for a file's name, the same
 * for machines that are alike, and of no use to find this one.
 */
final class ShortName {

  private static final Pattern ODD = Pattern.compile("\\((r|tm|c)\\)|@.*");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]{0,15}");
  private static final Set<String> SAYS_NOTHING =
      Set.of("cpu", "processor", "with", "gen", "genuine", "core", "unknown", "virtual");
  private static final int WORDS = 2;

  private ShortName() {}

  static String of(Cpu cpu) {
    return Stream.of(cpu.model(), cpu.vendor())
        .map(ShortName::family)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(family -> family + "-" + cores(cpu))
        .orElseGet(() -> cores(cpu));
  }

  /** The maker and the family; numbers of models are no words. */
  private static String family(String model) {
    var plain = ODD.matcher(model.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return Stream.of(plain.split("[^a-z0-9.]+"))
        .filter(word -> WORD.matcher(word).matches() && !SAYS_NOTHING.contains(word))
        .limit(WORDS)
        .collect(Collectors.joining("-"));
  }

  private static String cores(Cpu cpu) {
    var cores = cpu.physicalCores() + (cpu.physicalCores() == 1 ? "-core" : "-cores");
    return cpu.logicalProcessors() == cpu.physicalCores()
        ? cores
        : cores + "-" + cpu.logicalProcessors() + "-threads";
  }
}
