package quintet.workloads.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import quintet.workloads.Staff;

/** The main class of a small virtual machine, in which ten million tasks are run. */
public final class TenMillionTasks {

  private static final long COUNT = 10_000_000;

  private TenMillionTasks() {}

  /** Runs them with the model of a test class; returns the last line that was printed. */
  public static String runWith(Class<?> test, String how) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TenMillionTasks.class.getName(),
                test.getName(),
                how)
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader(UTF_8)) {
      return output.lines().reduce("", (_, line) -> line);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** First the name of the test class, then {@code streamed} or {@code listed}. */
  public static void main(String[] arguments) throws Exception {
    var constructor = Class.forName(arguments[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    var model = ((ModelUnderTest) constructor.newInstance()).model(Staff.of(2));
    try {
      for (var order : Job.Order.values()) {
        check(model, arguments[1].equals("listed") ? Job.of(all().toList()) : Job.of(all()), order);
      }
      System.out.println("done");
    } catch (OutOfMemoryError e) {
      System.out.println("out of memory");
    }
    System.exit(0);
  }

  private static Stream<Task<Long>> all() {
    return LongStream.range(0, COUNT).mapToObj(index -> Task.of(() -> index));
  }

  private static void check(Tasks model, Job<Long> job, Job.Order order) {
    long sum = 0;
    long count = 0;
    try (var outcomes = model.start(job.in(order))) {
      while (outcomes.hasNext()) {
        var outcome = outcomes.next();
        if (order == Job.Order.INPUT && outcome.index() != count) {
          throw new AssertionError(outcome + " came as number " + count);
        }
        sum += outcome.value();
        count++;
      }
    }
    var seen = List.of(count, sum);
    if (!seen.equals(List.of(COUNT, COUNT * (COUNT - 1) / 2))) {
      throw new AssertionError(seen.toString());
    }
  }
}
