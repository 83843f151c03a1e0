package quintet.suite.bench;

import java.io.IOException;
import java.nio.file.Path;
import quintet.suite.InputException;
import quintet.suite.environment.Environment;
import quintet.suite.environment.Environment.Build;
import quintet.suite.results.RawRun;
import quintet.suite.results.RunFolder;

/** A run to go on with: on the machine and with the code that began it, or not at all. */
record Unfinished(RunFolder folder, RawRun raw, Environment begun) {

  /**
   * The run in that folder.
   *
   * @throws InputException if there is none, or it cannot be read
   */
  static Unfinished in(Path path) throws IOException {
    var folder = RunFolder.existing(path);
    return new Unfinished(folder, folder.readRaw(), folder.readCircumstances().environment());
  }

  /**
   * Whether more forks would be of the same run.
   *
   * @throws InputException if not; says what differs
   */
  void checkSame(Environment now) {
    var differences = begun.differences(now);
    if (!differences.isEmpty()) {
      throw new InputException(
          folder.path() + ": measured elsewhere, or otherwise; " + String.join(" ", differences));
    }
    if (!begun.build().equals(now.build())) {
      throw new InputException(
          folder.path()
              + ": measured with other code; "
              + inWords(begun.build())
              + " then, "
              + inWords(now.build())
              + " now");
    }
  }

  private static String inWords(Build build) {
    return build.quintetVersion()
        + (build.commit() == null ? "" : ", commit " + build.commit())
        + (Boolean.TRUE.equals(build.modified()) ? ", modified" : "");
  }

  int plannedRounds() {
    return raw.plan().rounds();
  }

  /** What is measured, to be added to. */
  Recording recording(Budget budget) throws IOException {
    int rounds = budget instanceof Budget.Rounds fixed ? fixed.rounds() : plannedRounds();
    return Recording.resume(
        folder,
        new RawRun(raw.format(), raw.plan().withRounds(rounds), raw.variants(), raw.forks()));
  }
}
