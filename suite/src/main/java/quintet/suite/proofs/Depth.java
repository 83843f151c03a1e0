package quintet.suite.proofs;

import java.util.List;
import java.util.stream.Stream;

/**
 * How long to look. The options are those of jcstress 0.16; its later versions have none of them.
 *
 * <p>Before it measures, the harness finds out how many samples fit into its time and its memory,
 * which took longer than to measure; so it begins with fewer samples and a smaller heap.
 */
enum Depth {
  /** One virtual machine a test, as it comes: the code is interpreted, then compiled, twice. */
  QUICK(
      1,
      "-m quick -sc false -iters 1 -time 500 -strideCount 8",
      "-jvmArgs",
      Depth.HARNESS + " --enable-native-access=ALL-UNNAMED -Xms64m -Xmx64m -XX:+UseParallelGC"),

  /** One for each compiler, and one that moves code about at random. */
  EACH_COMPILER(
      4,
      "-m quick -sc false -iters 1 -time 200 -strideCount 16 -hs 64 -pth false",
      Depth.PREPENDED,
      Depth.HARNESS),

  /** The same in each combination of compilers for the threads. */
  STANDARD(20, "-m quick -iters 1 -time 100", Depth.PREPENDED, Depth.HARNESS),

  /** What jcstress itself takes for enough: minutes a test. */
  THOROUGH(60, "-m default", Depth.PREPENDED, Depth.HARNESS);

  /** Beside the options that the harness finds out for itself. */
  private static final String PREPENDED = "-jvmArgsPrepend";

  /** The harness's probe for this flag breaks on class files in a folder. */
  private static final String HARNESS = "-XX:-RestrictContended";

  private final int forks;
  private final String options;
  private final String way;
  private final String jvmOptions;

  Depth(int forks, String options, String way, String jvmOptions) {
    this.forks = forks;
    this.options = options;
    this.way = way;
    this.jvmOptions = jvmOptions;
  }

  /** About how many virtual machines are started for a test of two threads. */
  int forks() {
    return forks;
  }

  List<String> options() {
    return Stream.concat(Stream.of(options.split(" ")), Stream.of(way, jvmOptions)).toList();
  }
}
