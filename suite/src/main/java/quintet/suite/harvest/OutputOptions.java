package quintet.suite.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.cli.Inputs;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Sheet;

/** The CSV, and what to do if it is there, as options. Filled by picocli. */
final class OutputOptions {

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The CSV.")
  private String out = "";

  @Option(names = "--resume", description = "Go on with the CSV, if it is there.")
  private boolean resume;

  @Option(names = "--force", description = "Replace the CSV, if it is there.")
  private boolean force;

  /** As the user typed it. */
  String name() {
    return out;
  }

  /**
   * Call before anything else.
   *
   * @throws InputException if the options contradict each other
   */
  void check() {
    if (resume && force) {
      throw new InputException("--resume goes on with the CSV, --force replaces it: not both");
    }
  }

  /**
   * Where the CSV is, or will be.
   *
   * @param urls the file of the addresses, or {@code -}
   * @throws InputException if no CSV can be there
   */
  Path target(String urls) throws IOException {
    if (out.equals(Inputs.STDIN)) {
      throw new InputException("--out -: harvest needs a file, to go on with it later");
    }
    var target = Inputs.path(out);
    var folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target) || target.getFileName() == null) {
      throw new InputException(out + ": is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(out + ": there is no such folder to write it into");
    }
    if (!urls.equals(Inputs.STDIN)
        && Files.exists(target)
        && Files.isSameFile(target, Inputs.path(urls))) {
      throw new InputException(out + ": is the file of the addresses");
    }
    return target;
  }

  /**
   * Keeps other harvests away from the target until the lock is closed. Only then is it sure that
   * the target may be written, and still may when it is.
   *
   * @throws InputException if another harvest is writing it, or it is there and was not to be
   */
  OutputLock lock(Path target) throws IOException {
    var lock = OutputLock.of(target);
    if (Files.exists(target) && !resume && !force) {
      lock.close();
      throw new InputException(out + ": exists; --resume goes on with it, --force replaces it");
    }
    return lock;
  }

  /** Opens the target, which is locked. */
  Sheet open(Path target, Fields fields) throws IOException {
    return resume ? Sheet.resume(target, fields) : Sheet.create(target, fields);
  }
}
