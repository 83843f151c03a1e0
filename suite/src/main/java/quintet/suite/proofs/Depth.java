package quintet.suite.proofs;

import java.util.List;

/**
 * How long to look. The options are those of jcstress 0.16; its later versions have none of them.
 */
enum Depth {
  /** Four virtual machines a test, 0.1 s each: the shortest setting that still shows every twin. */
  QUICK(4, "-m quick -sc false -iters 1 -time 100"),
  /** The same time in each combination of compilers for the threads. */
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
