package quintet.suite.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.suite.ChildJava;
import quintet.workloads.tasks.Placement;
import quintet.workloads.tasks.Task;

/**
 * A cluster of worker processes on this machine, which listen on loopback and end with this object,
 * or with this process, however that ends. Started once, used for any number of runs.
 *
 * <p>Each has a heap of its own and this process's class path; each takes one to two seconds to
 * start. They share a secret that nobody else has. What tasks print there goes to this process's
 * standard error. See {@link Cluster} for what happens to tasks when one dies: the others go on,
 * and it is not replaced.
 *
 * <p><b>Thread-safe</b>, but for {@link #close}, which one thread calls.
 */
public final class WorkerProcesses implements Placement, AutoCloseable {

  /** More would be more than any machine has memory for. */
  public static final int MOST_PROCESSES = 256;

  /** Or else Java warns of the engine. The launcher gives it to what uses a cluster, too. */
  private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

  private static final Duration START = Duration.ofSeconds(60);
  private static final long END_SECONDS = 5;

  private final List<Process> processes;
  private final Cluster cluster;

  private WorkerProcesses(List<Process> processes, Cluster cluster) {
    this.processes = List.copyOf(processes);
    this.cluster = cluster;
  }

  /**
   * Starts processes, one after the other, and waits until all are up.
   *
   * @param tasksAtOnce how many tasks each does at the same time
   * @param jvmFlags for each, such as {@code -Xmx1g}
   * @throws IOException if one does not start; none is left then
   */
  public static WorkerProcesses start(int processes, int tasksAtOnce, List<String> jvmFlags)
      throws IOException, InterruptedException {
    if (processes < 1 || processes > MOST_PROCESSES) {
      throw new IllegalArgumentException(
          "processes must be between 1 and " + MOST_PROCESSES + ", not " + processes);
    }
    if (tasksAtOnce < 1 || tasksAtOnce > ClusterMember.MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "tasks at once must be between 1 and "
              + ClusterMember.MOST_AT_ONCE
              + ", not "
              + tasksAtOnce);
    }
    var secret = Secret.random();
    var started = new ArrayList<Process>();
    boolean complete = false;
    try {
      String first = null;
      for (int i = 0; i < processes; i++) {
        var process = launch(first, tasksAtOnce, jvmFlags);
        started.add(process);
        var address = handOver(process, secret);
        first = first == null ? address : first;
      }
      var cluster = Cluster.join(Addresses.parse(String.valueOf(first)), secret);
      complete = true;
      return new WorkerProcesses(started, cluster);
    } finally {
      if (!complete) {
        end(started);
      }
    }
  }

  static Process launch(@Nullable String join, int tasksAtOnce, List<String> jvmFlags)
      throws IOException {
    var flags = Stream.concat(Stream.of(QUIET), jvmFlags.stream()).toList();
    var command =
        ChildJava.command(
            flags, WorkerMain.class, String.valueOf(tasksAtOnce), join == null ? "-" : join);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Tells the process the secret, and returns its address when it is up. */
  static String handOver(Process process, Secret secret) throws IOException, InterruptedException {
    try {
      var in = process.getOutputStream(); // stays open: its end is the process's
      in.write((secret.text() + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      // it has ended already; what it said is read below
    }
    String line;
    try {
      line = ChildJava.firstLine(process, START);
    } catch (IOException e) {
      throw new IOException("a worker process did not start: " + e.getMessage(), e);
    }
    if (line != null && line.startsWith(WorkerMain.UP)) {
      return line.substring(WorkerMain.UP.length());
    }
    throw new IOException(
        "a worker process did not start: "
            + (line == null ? "exit code " + process.waitFor() : line));
  }

  /** Where they listen, and more. */
  public Cluster cluster() {
    return cluster;
  }

  /** In the order of their start; some may have ended. */
  public List<ProcessHandle> processes() {
    return processes.stream().map(Process::toHandle).toList();
  }

  @Override
  public <T extends @Nullable Object> Task<T> place(Task<T> task) {
    return cluster.place(task);
  }

  /** Ends the processes, and with them what they do. Returns when they have ended. */
  @Override
  public void close() {
    try {
      cluster.close();
    } finally {
      end(processes);
    }
  }

  /** All are asked first, so that each ends what its tasks have begun; who does not is ended. */
  private static void end(List<Process> processes) {
    for (var process : processes) {
      try {
        process.getOutputStream().close();
      } catch (IOException e) {
        // it has ended already
      }
    }
    for (var process : processes) {
      var _ = process.onExit().completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS).join();
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      var _ = process.onExit().join();
    }
  }
}
