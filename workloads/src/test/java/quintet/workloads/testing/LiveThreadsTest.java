package quintet.workloads.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.workloads.Staff;

final class LiveThreadsTest {

  @ParameterizedTest
  @EnumSource(Staff.Kind.class)
  void aThreadOfAModelIsFoundAsLongAsItLives(Staff.Kind kind) throws Exception {
    var end = new CountDownLatch(1);
    var thread =
        new Staff(1, kind)
            .threads("leaking")
            .start(
                () -> {
                  try {
                    end.await();
                  } catch (InterruptedException e) {
                    // it ends
                  }
                });

    assertEquals(List.of("\"quintet-leaking-0\""), LiveThreads.ofModels());

    end.countDown();
    thread.join();

    assertTrue(LiveThreads.ofModels().isEmpty());
  }
}
