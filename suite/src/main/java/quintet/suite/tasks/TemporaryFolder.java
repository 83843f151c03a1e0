package quintet.suite.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A folder for what commands write. It holds files and no folders, and is gone when this is closed
 * or, at the latest, when the virtual machine ends by itself or by a signal to end. Only {@code
 * kill -9} leaves it; then it is for the system to clear its folder of temporary files.
 *
 * <p>Thread-safe. What ends the virtual machine waits a moment for those who still close theirs.
 */
final class TemporaryFolder implements AutoCloseable {

  /** As much as users see as "at once"; commands are ended meanwhile. */
  private static final long GRACE_MILLIS = 1_000;

  private static final Set<TemporaryFolder> open = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(TemporaryFolder::closeAll, "quintet-temporary-folders"));
  }

  private final Path path;
  private final CountDownLatch closed = new CountDownLatch(1);

  TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("quintet-exec-" + ProcessHandle.current().pid() + "-");
    open.add(this);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      delete();
    } finally {
      open.remove(this);
      closed.countDown();
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(path)) {
      return; // the virtual machine ends
    }
    try (var files = Files.list(path)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(path);
  }

  private static void closeAll() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    for (var folder : open) {
      try {
        var _ = folder.closed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        folder.delete();
      } catch (IOException | InterruptedException e) {
        // nobody is left to be told
      }
    }
  }
}
