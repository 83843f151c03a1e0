package quintet.workloads.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Medium;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Sheet;

/**
 * A harvest small enough to be done some thousand times a second: its URLs are digits, and its
 * sheet is a plain number. Not thread-safe, so that a proof sees who forgot to guard it.
 */
public final class TinyHarvest implements Medium {

  /** What an actor does; it must not throw a checked exception itself. */
  public interface Action {
    void run() throws Exception;
  }

  private final Job job;
  private int writes;

  /** A harvest of the URLs 1, 2, ... */
  public TinyHarvest(String... urls) {
    try {
      job = Job.of(List.of(urls), Sheet.on(this, "tiny", Fields.NONE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Job job() {
    return job;
  }

  /** The number of a call, or 0 if there is none. */
  public static int number(@Nullable Call call) {
    return call == null ? 0 : Integer.parseInt(call.url());
  }

  /** What becomes of a call, without a server. */
  public static Row row(Call call) {
    return new Row(call.url(), 200, 1, 0, 0, "", List.of());
  }

  /** One row, on its way to the sheet. */
  public static Rows oneRow() {
    var rows = new Rows();
    rows.add(new Row("1", 200, 1, 0, 0, "", List.of()));
    return rows;
  }

  /** Does it; an exception is a bug of the proof. */
  public static void act(Action action) {
    try {
      action.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many blocks of rows were written. */
  public int blocks() {
    return writes - 1; // the header
  }

  @Override
  public void write(byte[] bytes) {
    writes++;
  }

  @Override
  public void truncate(long length) {}

  @Override
  public void close() {}
}
