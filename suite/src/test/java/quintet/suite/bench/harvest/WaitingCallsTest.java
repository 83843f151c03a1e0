package quintet.suite.bench.harvest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All calls wait at the same time: the API answers none before it has them all. */
@Timeout(120)
final class WaitingCallsTest {

  private static final int CALLS = 1_000;

  @ParameterizedTest
  @EnumSource(names = {"THREADPOOL", "ASYNC"})
  void aThousandWaitingCallsNeedFewPlatformThreads(Player player) throws Exception {
    var waiting = WaitingCalls.of(player, CALLS);
    assertTrue(waiting.platformThreads() < 160, waiting::toString);
  }

  @ParameterizedTest
  @EnumSource(names = "THREADPOOL_PLATFORM")
  void aPoolOfPlatformThreadsNeedsOneForEach(Player player) throws Exception {
    var waiting = WaitingCalls.of(player, 200);
    assertTrue(waiting.platformThreads() > 200, waiting::toString);
  }
}
