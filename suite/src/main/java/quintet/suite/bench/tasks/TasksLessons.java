package quintet.suite.bench.tasks;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Kind;

/** What do the forms of the textbooks cost, beside the loop? Each {@link Form} is one. */
@Contest(
    piece = "tasks",
    kind = Kind.LESSON,
    group = {"mode", "size"},
    among = "form",
    against = TasksBenchmark.class,
    unit = "tasks",
    preparation = SharedCalibration.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class TasksLessons extends TaskContest {

  @Param public Form form;

  @Override
  Way way() {
    return form.way();
  }
}
