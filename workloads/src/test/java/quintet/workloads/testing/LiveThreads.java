package quintet.workloads.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which threads of models are alive, by their name; virtual ones are found by asking them. */
public final class LiveThreads {

  private static final String PREFIX = "quintet-";

  /** Virtual threads are in no list of the JVM's, so those seen at work are kept here. */
  private static final Set<Thread> VIRTUAL = ConcurrentHashMap.newKeySet();

  private LiveThreads() {}

  /** Remembers the calling thread if it is virtual. */
  public static void note() {
    if (Thread.currentThread().isVirtual()) {
      VIRTUAL.add(Thread.currentThread());
    }
  }

  public static List<Thread> ofModels() {
    VIRTUAL.removeIf(thread -> !thread.isAlive());
    var platform =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith(PREFIX));
    return java.util.stream.Stream.concat(platform, VIRTUAL.stream()).toList();
  }
}
