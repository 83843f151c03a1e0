package quintet.suite.proofs;

import java.util.List;

/**
 * How long to look. The options are those of jcstress 0.16; its later versions have none of them.
 *
 * <p>Before it measures, the harness finds out how many samples fit into its time and its memory.
 * With its own sizes that takes longer than to measure; the first two depths begin with fewer
 * samples and a smaller heap.
 */
enum Depth {
  /** One virtual machine a test, as it comes: the code is interpreted, then compiled, twice. */
  QUICK(
      1,
      "-m quick -sc false -iters 1 -time 500 -strideCount 8"
          + " -jvmArgs -Xms64m -jvmArgs -Xmx64m -jvmArgs -XX:+UseParallelGC"),
  /** One for each compiler, and one that moves code about at random: a second look. */
  EACH_COMPILER(4, "-m quick -sc false -iters 1 -time 200 -strideCount 16 -hs 64 -pth false"),
  /** Each combination of compilers for the threads, 0.1 s each. */
  STANDARD(20, "-m quick -iters 1 -time 100"),
  /** What jcstress itself takes for enough: minutes a test. */
  THOROUGH(60, "-m default");

  private final int forks;
  private final String options;

  Depth(int forks, String options) {
    this.forks = forks;
    this.options = options;
  }

  /** About how many virtual machines are started for a test of two threads. */
  int forks() {
    return forks;
  }

  List<String> options() {
    return List.of(options.split(" "));
  }
}
