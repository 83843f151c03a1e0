package quintet.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Further Java processes: how they are started and heard. Thread-safe: it has no state. */
public final class ChildJava {

  private ChildJava() {}

  /** The {@code java} that runs this process. */
  public static String launcher() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs a class with the {@code java} and the class path of this process.
   *
   * @param flags for the virtual machine, such as {@code -Xmx1g}
   */
  public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(launcher());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * The first line that a process says, in UTF-8, after warnings of its virtual machine; null if it
   * ends without one. To be asked for once. The process is the caller's to end, whatever happens.
   *
   * @throws IOException if it says nothing for so long, or cannot be heard
   */
  public static @Nullable String firstLine(Process process, Duration most)
      throws IOException, InterruptedException {
    var said = new CompletableFuture<@Nullable String>();
    Thread.ofPlatform()
        .daemon()
        .name("quintet-child-start")
        .start(
            () -> {
              try {
                said.complete(
                    process
                        .inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !isOfTheMachine(line))
                        .findFirst()
                        .orElse(null));
              } catch (UncheckedIOException e) {
                said.completeExceptionally(e.getCause());
              }
            });
    try {
      return said.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nothing heard of it in " + most.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("it cannot be heard: " + e.getCause(), e);
    }
  }

  /** Its log begins with a bracket; what is older, with its name. */
  private static boolean isOfTheMachine(String line) {
    return line.startsWith("[") || line.contains(" VM warning: ");
  }
}
