package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.workloads.Staff;
import quintet.workloads.tasks.data.Errand;
import quintet.workloads.testing.Background;

/** Tasks that wait, by a clock that the test puts forward. */
public interface WaitingContract extends ModelUnderTest {

  /** As many as the workers: together they take as long as one of them. */
  @ParameterizedTest
  @EnumSource(Staff.Kind.class)
  default void tasksThatWaitDoSoAtTheSameTime(Staff.Kind kind) throws Exception {
    int tasks = 8;
    var time = new VirtualTime();
    var errand = new Errand(Duration.ofMillis(20), time);
    var source = IntStream.range(0, tasks).mapToObj(i -> Task.of(() -> errand.applyAsLong(i)));
    var run = Background.start(() -> model(new Staff(tasks, kind)).values(Job.of(source)));

    time.awaitSleepers(tasks);
    time.advance(errand.latency());

    assertEquals(LongStream.range(0, tasks).map(Errand::result).boxed().toList(), run.result());
  }
}
