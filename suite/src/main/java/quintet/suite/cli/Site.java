package quintet.suite.cli;

import java.util.List;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Placement;

/**
 * Where tasks are done, as {@link PlacementOptions} ask for it.
 *
 * @param label the placement in one word
 * @param placement for the jobs
 * @param tasksAtOnce how many can be done at the same time there; 0 if that is up to the threads
 *     here
 * @param members the addresses of who does them; none if they are done here
 * @param closing ends what was started for it
 */
public record Site(
    String label, Placement placement, int tasksAtOnce, List<String> members, AutoCloseable closing)
    implements AutoCloseable {

  private static final String VIRTUAL = "virtual";

  /** Threads of this process. */
  public static Site here(Staff.Kind kind) {
    var label = kind == Staff.Kind.VIRTUAL ? VIRTUAL : "threads";
    return new Site(label, Placement.HERE, 0, List.of(), () -> {});
  }

  /** Whether tasks are done in other processes. */
  public boolean isElsewhere() {
    return !members.isEmpty();
  }

  /** Of the threads, if they are those of this process. */
  public Staff.Kind kind(Staff.Kind usual) {
    return label.equals(VIRTUAL) ? Staff.Kind.VIRTUAL : usual;
  }

  @Override
  public void close() {
    try {
      closing.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("neither workers nor a cluster throw it", e);
    }
  }
}
