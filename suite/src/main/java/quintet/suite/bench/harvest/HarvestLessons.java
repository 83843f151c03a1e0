package quintet.suite.bench.harvest;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.workloads.harvest.Harvest;

/** What do the forms of the textbooks make of many calls? Each {@link Form} is one. */
@Contest(
    piece = "harvest",
    kind = Kind.LESSON,
    title = Load.TITLE,
    among = "form",
    against = HarvestBenchmark.class,
    bound = Bound.CALLS,
    unit = "calls")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class HarvestLessons extends HarvestContest {

  @Param public Form form;

  @Override
  Harvest harvest() {
    return form;
  }
}
