package quintet.workloads;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What ended a run in another thread, thrown in the caller's. */
public final class Failures {

  private Failures() {}

  /**
   * Throws what ended a run, as what it is.
   *
   * @return never; so that the compiler sees that a {@code throw raised(...)} ends the method
   */
  public static RuntimeException raised(@Nullable Throwable failure)
      throws IOException, InterruptedException {
    switch (failure) {
      case IOException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(failure);
    }
  }
}
