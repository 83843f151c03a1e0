package quintet.suite.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.cluster.Addresses;
import quintet.suite.cluster.Cluster;
import quintet.suite.cluster.Secret;
import quintet.suite.cluster.WorkerProcesses;
import quintet.workloads.Staff;

/** Options that say where tasks are done: in threads, in worker processes, or by members. */
public final class PlacementOptions {

  /** The words that the user has for it. */
  enum Where {
    THREADS,
    VIRTUAL,
    PROCESSES;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--placement",
      paramLabel = "WHERE",
      description = {
        "Where tasks are done: threads (the default), virtual (threads),",
        "or processes: worker JVMs on this machine, each with a heap of its own."
      })
  private @Nullable Where where;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "So many worker processes; default: this machine's cores.")
  private @Nullable Integer processes;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT,...",
      description = "By members at these addresses; 'quintet member' starts one.")
  private @Nullable String cluster;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Holds the members' secret; default: the variable QUINTET_SECRET does.")
  private @Nullable Path secretFile;

  /**
   * Call before anything else.
   *
   * @throws InputException if the options contradict each other, or a number is out of its bounds
   */
  public void check() {
    if (processes != null) {
      Checks.range("--processes", processes, 1, WorkerProcesses.MOST_PROCESSES);
      refuse("--processes", cluster != null, "--cluster");
      refuse("--processes", isHere(), "--placement " + label());
    }
    if (cluster != null) {
      refuse("--cluster", isHere(), "--placement " + label());
    } else if (secretFile != null) {
      throw new InputException("--secret-file is for members: --cluster is missing");
    }
  }

  private static void refuse(String option, boolean contradicted, String other) {
    if (contradicted) {
      throw new InputException(option + " and " + other + " contradict each other");
    }
  }

  private boolean isHere() {
    return where == Where.THREADS || where == Where.VIRTUAL;
  }

  private String label() {
    return (where == null ? Where.THREADS : where).label();
  }

  /** Whether tasks are done in other processes. */
  public boolean isElsewhere() {
    return cluster != null || processes != null || where == Where.PROCESSES;
  }

  /** Whether virtual threads were asked for. */
  public boolean isVirtual() {
    return where == Where.VIRTUAL;
  }

  /** How many worker processes were asked for, if it was said. */
  public @Nullable Integer processes() {
    return processes;
  }

  /**
   * Starts the worker processes, or joins the members. The caller closes it.
   *
   * @param usualProcesses if no number was asked for
   * @param tasksAtOnce in all worker processes together; rounded up to what each can do
   * @throws InputException if there are no such members, or they do not know the secret
   * @throws IOException if a worker process does not start, or the secret cannot be read
   */
  public Site open(int usualProcesses, int tasksAtOnce) throws IOException, InterruptedException {
    if (cluster != null) {
      var secret = Secret.from(secretFile, System.getenv());
      var joined = Cluster.join(Addresses.parse(cluster), secret);
      return new Site("cluster", joined, joined.tasksAtOnce(), joined.members(), joined);
    }
    if (isElsewhere()) {
      int count = processes == null ? usualProcesses : processes;
      int each = Math.ceilDiv(Math.max(tasksAtOnce, count), count);
      var workers = WorkerProcesses.start(count, each, heapFlags());
      return new Site("processes", workers, count * each, workers.cluster().members(), workers);
    }
    return Site.here(isVirtual() ? Staff.Kind.VIRTUAL : Staff.Kind.PLATFORM);
  }

  /** Workers have as much memory as this process, and collect it in the same way. */
  private static List<String> heapFlags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.matches("-X(m[snx]|ss|X:[+-]Use\\w*GC|X:TieredStopAtLevel).*"))
        .toList();
  }
}
