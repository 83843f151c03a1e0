package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.suite.environment.LoadMeter.Ticks;

final class LoadMeterTest {

  @Test
  void aPeriodIsSharedOutAmongIdleBusyAndStolen() {
    var meter = meter(new Ticks(1000, 500, 50, 2, 400L), new Ticks(2000, 1300, 250, 2, 1000L));
    assertEquals(new MachineLoad(1000, 40.0, 10.0, 10.0, 1.5), meter.sinceLastSample());
  }

  @Test
  void eachPeriodBeginsAtTheLastSample() {
    var meter =
        meter(
            new Ticks(0, 0, 0, 1, 0L),
            new Ticks(0, 1000, 0, 1, 0L),
            new Ticks(1000, 1000, 0, 1, 0L));
    assertEquals(100.0, meter.sinceLastSample().busyPercent());
    assertEquals(0.0, meter.sinceLastSample().busyPercent());
  }

  @Test
  void aPeriodWithoutATickIsAddedToTheNext() {
    var meter =
        meter(new Ticks(0, 0, 0, 1, 0L), new Ticks(0, 0, 0, 1, 60L), new Ticks(0, 100, 0, 1, 100L));
    assertNull(meter.sinceLastSample().busyPercent());
    assertEquals(0.0, meter.sinceLastSample().othersPercent());
  }

  @Test
  void whereOwnTimeIsUnknownThatOfOthersIs() {
    var meter = meter(new Ticks(0, 0, 0, 1, null), new Ticks(0, 100, 0, 1, null));
    assertNull(meter.sinceLastSample().othersPercent());
  }

  @Test
  void aSystemWithoutALoadAverageHasNone() {
    var meter = new LoadMeter(List.of(ticks(), ticks()).iterator()::next, () -> -1);
    assertNull(meter.sinceLastSample().loadAverage());
  }

  private static Ticks ticks() {
    return new Ticks(0, 0, 0, 1, 0L);
  }

  private static LoadMeter meter(Ticks... samples) {
    Iterator<Ticks> each = List.of(samples).iterator();
    return new LoadMeter(each::next, () -> 1.5);
  }
}
