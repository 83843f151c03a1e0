package quintet.suite.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the measured virtual machine is told, on its command line and by the surroundings. */
final class Flags {

  /** Java reads these without being asked; the first before the command line, the last after. */
  private static final List<String> BEFORE = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private static final List<String> AFTER = List.of("_JAVA_OPTIONS");
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(\\w+)GC");
  private static final String OWN_CHOICE = "the virtual machine's choice";

  private Flags() {}

  /** All flags, but for those with a path: it would name a person or a machine. */
  static List<String> all(List<String> given, Map<String, String> variables) {
    var all = new ArrayList<String>();
    BEFORE.forEach(name -> addWords(all, variables.getOrDefault(name, "")));
    all.addAll(given);
    AFTER.forEach(name -> addWords(all, variables.getOrDefault(name, "")));
    return all.stream().filter(flag -> flag.indexOf('/') < 0 && flag.indexOf('\\') < 0).toList();
  }

  /** The last one named, such as {@code Parallel}. */
  static String collector(List<String> flags) {
    return flags.reversed().stream()
        .map(COLLECTOR::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse(OWN_CHOICE);
  }

  private static void addWords(List<String> all, String words) {
    if (!words.isBlank()) {
      all.addAll(List.of(words.strip().split("\\s+")));
    }
  }
}
