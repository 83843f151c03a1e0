package quintet.suite.proofs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/**
 * The main class of the process that runs jcstress. It must be a process of its own, because the
 * harness reads the list of its tests from the front of the class path, and hands that class path
 * on to its forks.
 */
final class Harness {

  private Harness() {}

  /** First the file for the {@link Observation}s, then the options of jcstress. */
  public static void main(String[] arguments) throws Exception {
    var options = new Options(Arrays.copyOfRange(arguments, 1, arguments.length));
    if (!options.parse()) {
      throw new IllegalArgumentException(String.join(" ", arguments));
    }
    try {
      new JCStress(options).run();
    } catch (AssertionError itsOwnVerdict) {
      // it has written its results by then, and they are graded again
    }
    var observations = observations(results(options.getResultFile()));
    new JsonMapper().writeValue(Path.of(arguments[0]).toFile(), observations);
  }

  private static Collection<TestResult> results(String file)
      throws IOException, ClassNotFoundException {
    var results = new InProcessCollector();
    var reader = new DiskReadCollector(file, results);
    reader.dump();
    reader.close();
    return results.getTestResults();
  }

  private static List<Observation> observations(Collection<TestResult> forks) {
    var byTest = new LinkedHashMap<String, Observation>();
    for (var fork : forks) {
      byTest.merge(fork.getName(), observation(fork), Observation::plus);
    }
    return List.copyOf(byTest.values());
  }

  private static Observation observation(TestResult fork) {
    var outcomes = fork.grading().gradingResults.values();
    return new Observation(
        fork.getName(),
        fork.getTotalCount(),
        samples(outcomes, Expect.FORBIDDEN),
        samples(outcomes, Expect.ACCEPTABLE_INTERESTING),
        outcomes.stream()
            .filter(outcome -> outcome.expect == Expect.FORBIDDEN && outcome.count > 0)
            .map(outcome -> "(" + outcome.id + ") " + outcome.description)
            .toList(),
        errors(fork));
  }

  private static long samples(Collection<GradingResult> outcomes, Expect kind) {
    return outcomes.stream()
        .filter(outcome -> outcome.expect == kind)
        .mapToLong(outcome -> outcome.count)
        .sum();
  }

  private static List<String> errors(TestResult fork) {
    if (fork.status() == Status.NORMAL) {
      return List.of();
    }
    var errors = new ArrayList<String>();
    errors.add(fork.status().name());
    fork.getMessages().stream()
        .map(String::strip)
        .filter(message -> !message.isEmpty())
        .limit(2)
        .forEach(errors::add);
    return List.of(String.join(": ", errors));
  }
}
