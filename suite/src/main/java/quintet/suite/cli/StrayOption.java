package quintet.suite.cli;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * An option that a command does not have, but a command beside or below it has: variants of one
 * thing, such as the pieces of {@code quintet run}, differ in their options, and a user mixes them.
 */
final class StrayOption {

  private StrayOption() {}

  /** One line that says whose option it is, or null if it is no such option. */
  static @Nullable String of(UnmatchedArgumentException error) {
    var command = error.getCommandLine().getCommandSpec();
    return error.getUnmatched().stream()
        .filter(argument -> argument.startsWith("-"))
        .map(argument -> argument.split("=", 2)[0])
        .map(option -> told(option, command))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String told(String option, CommandSpec command) {
    var owners =
        relatives(command)
            .filter(relative -> relative.findOption(option) != null)
            .map(CommandSpec::qualifiedName)
            .collect(Collectors.joining(", "));
    return owners.isEmpty()
        ? null
        : option + " is not for '" + command.qualifiedName() + "', but for: " + owners;
  }

  /** The commands of the root are no variants of one thing. */
  private static Stream<CommandSpec> relatives(CommandSpec command) {
    var parent = command.parent();
    var family = parent == null || parent.parent() == null ? command : parent;
    return family.parent() == null
        ? Stream.empty()
        : family.subcommands().values().stream().map(CommandLine::getCommandSpec);
  }
}
