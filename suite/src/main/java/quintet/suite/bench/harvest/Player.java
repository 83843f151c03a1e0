package quintet.suite.bench.harvest;

import quintet.suite.Models;
import quintet.suite.bench.kit.Labelled;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;

/**
 * Our models, each with the threads that suit it: where a thread waits for each call, they are
 * virtual; where none does, there is a platform thread a core. And the pool with platform threads,
 * to see what they cost.
 */
@SuppressWarnings("ImmutableEnumChecker") // a staff is a value
public enum Player implements Labelled {
  SEQUENTIAL(Models.SEQUENTIAL, Staffs.WAITING),
  THREADPOOL(Models.THREADPOOL, Staffs.WAITING),
  PIPELINE(Models.PIPELINE, Staffs.WAITING),
  ASYNC(Models.ASYNC, Staff.perCore()),
  LOCKS(Models.LOCKS, Staffs.WAITING),
  THREADPOOL_PLATFORM(Models.THREADPOOL, Staff.of(1)) {
    @Override
    public String label() {
      return super.label() + ", platform threads";
    }
  };

  /** Ready before the constants are. */
  private static final class Staffs {
    /** How many there are, the job's limit says. */
    static final Staff WAITING = new Staff(1, Staff.Kind.VIRTUAL);
  }

  private final Models model;
  private final Staff staff;

  Player(Models model, Staff staff) {
    this.model = model;
    this.staff = staff;
  }

  Harvest harvest() {
    return model.harvest(staff);
  }

  @Override
  public String label() {
    return model.label();
  }
}
