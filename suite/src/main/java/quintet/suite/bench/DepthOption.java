package quintet.suite.bench;

import picocli.CommandLine.Option;

/** One of the three depths, as options. Filled by picocli. */
final class DepthOption {

  private Depth depth = Depth.STANDARD;

  @Option(
      names = "--quick",
      description = "Under five minutes a piece; says what it cannot support.")
  void quick(boolean isGiven) {
    depth = Depth.QUICK;
  }

  @Option(names = "--standard", description = "Most of an hour on two cores; the default.")
  void standard(boolean isGiven) {
    depth = Depth.STANDARD;
  }

  @Option(names = "--thorough", description = "Hours: all groups, longer forks, more rounds.")
  void thorough(boolean isGiven) {
    depth = Depth.THOROUGH;
  }

  Depth value() {
    return depth;
  }
}
