package quintet.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.workloads.catalog.data.CatalogGenerator;

/** {@code quintet data catalog}: a MARC file. */
@Command(name = "catalog", description = "Make a MARC file; the same one for the same options.")
final class CatalogDataCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--records", required = true, paramLabel = "N", description = "How many.")
  private long records;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed, another catalogue; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to; compressed if it ends in .gz.")
  private String out = "";

  @Option(
      names = "--marc8",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Records in MARC-8 instead of UTF-8; default: ${DEFAULT-VALUE}.")
  private int marc8Percent;

  @Option(
      names = "--broken",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Broken records; default: ${DEFAULT-VALUE}.")
  private int brokenPercent;

  @Option(names = "--force", description = "Replace the file if there is one.")
  private boolean force;

  CatalogDataCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Checks.range("--records", records, 0, Long.MAX_VALUE);
    Checks.range("--marc8", marc8Percent, 0, 100);
    Checks.range("--broken", brokenPercent, 0, 100);
    var target = target();
    new GeneratedData(terminal)
        .write(target, new CatalogGenerator(records, seed, marc8Percent, brokenPercent));
    return 0;
  }

  private Path target() {
    if (out.equals(Inputs.STDIN)) {
      throw new InputException("--out -: data needs a file to write");
    }
    var target = Inputs.path(out);
    var folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target)) {
      throw new InputException(out + ": is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(out + ": there is no such folder to write it into");
    }
    if (Files.isRegularFile(target) && !force) {
      throw new InputException(out + ": exists; --force replaces it");
    }
    return target;
  }
}
