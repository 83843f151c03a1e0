package quintet.threadpool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;
import quintet.workloads.harvest.ManyCalls;

final class ThreadPoolHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new ThreadPoolHarvest(staff);
  }

  @Test
  void aThousandCallsInFlightNeedFewPlatformThreads(@TempDir Path dir) throws Exception {
    var virtual = new Staff(2, Staff.Kind.VIRTUAL);

    int threads = ManyCalls.peakThreads(model(virtual), 1_000, dir);

    assertTrue(threads < 160, () -> threads + " threads");
  }
}
