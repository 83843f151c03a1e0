package quintet.suite.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What became of processes. */
final class Processes {

  private Processes() {}

  /**
   * Whether the process whose number is in this file has ended. One that nobody has asked for its
   * exit code has: where the first process of a machine does not ask, it is there for ever.
   */
  static boolean hasEnded(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || isZombie(pid);
  }

  /** As Linux tells it: the state follows the name, which is in parentheses. */
  private static boolean isZombie(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false; // gone meanwhile, or another system
    }
  }
}
