package quintet.suite.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Which source was measured, as far as git knows.
 *
 * @param commit its full hash
 * @param modified whether files differ from it, or are new; what a run itself writes, in the folder
 *     {@code results}, does not count
 */
record Revision(String commit, boolean modified) {

  private static final long GIT_SECONDS = 10;

  /** Of the working tree whose top folder this is; empty without git, or inside another's tree. */
  static Optional<Revision> of(Path folder) {
    var below = git(folder, "rev-parse", "--show-prefix");
    if (below.isEmpty() || !below.get().isEmpty()) {
      return Optional.empty();
    }
    var commit = git(folder, "rev-parse", "--verify", "--quiet", "HEAD");
    var changes = git(folder, "status", "--porcelain", "--", ".", ":(exclude)results");
    return commit.isPresent() && changes.isPresent()
        ? Optional.of(new Revision(commit.get(), !changes.get().isEmpty()))
        : Optional.empty();
  }

  /** What git printed; empty if it is not there, failed, or took too long. */
  private static Optional<String> git(Path folder, String... arguments) {
    var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
    command.addAll(List.of(arguments));
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var _ =
          process.onExit().orTimeout(GIT_SECONDS, TimeUnit.SECONDS).exceptionally(kill(process));
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Which ends the read of what it prints. (It would close what is not read of one that ended.) */
  private static Function<Throwable, Process> kill(Process process) {
    return _ -> process.destroyForcibly();
  }
}
