package quintet.suite.bench.tasks;

import com.softwaremill.jox.Channel;
import java.util.Map;
import quintet.suite.bench.kit.Labelled;

/**
 * Libraries, and parts of the JDK, that run tasks in parallel and keep their order. Each is used as
 * its documentation shows; where a portion or a window must be chosen, it is one that did well in
 * trials.
 */
@SuppressWarnings("ImmutableEnumChecker") // ways have no state
public enum Peer implements Labelled {
  PARALLEL_STREAM("parallelStream", new WithParallelStream()),
  PARALLEL_COLLECTORS("parallel-collectors", new WithParallelCollectors(false)),
  PARALLEL_COLLECTORS_BATCHED("parallel-collectors batched", new WithParallelCollectors(true)),
  REACTOR("Reactor", new WithReactor(1)),
  REACTOR_BUFFERED("Reactor buffered by 64", new WithReactor(64)),
  JOX("jox channels", new WithJox(Way.WINDOW)),

  /** With the capacity that jox gives a channel unless one is chosen. */
  JOX_USUAL("jox channels of usual size", new WithJox(Channel.DEFAULT_BUFFER_SIZE)),
  MAP_CONCURRENT("mapConcurrent", new WithMapConcurrent()),
  STRUCTURED_TASK_SCOPE("StructuredTaskScope", new WithStructuredTaskScope());

  private final String name;
  private final Way way;

  Peer(String name, Way way) {
    this.name = name;
    this.way = way;
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String labelBeside(Map<String, String> parameters) {
    return way.labelled(name, parameters);
  }

  Way way() {
    return way;
  }
}
