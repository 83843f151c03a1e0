package quintet.workloads.harvest;

import java.util.HashMap;
import java.util.Map;

/**
 * Rows that need not be made again. A URL that comes twice needs two: each row that is there
 * answers for one. Not thread-safe.
 */
public final class DoneRows {

  private final Map<String, Integer> left;

  /**
   * All of a sheet's.
   *
   * @param done how many each URL has; not changed
   */
  public DoneRows(Map<String, Integer> done) {
    left = new HashMap<>(done);
  }

  /** Whether there is a row for the URL, which is taken then. */
  public boolean take(String url) {
    var rows = left.get(url);
    if (rows == null) {
      return false;
    }
    if (rows == 1) {
      left.remove(url);
    } else {
      left.put(url, rows - 1);
    }
    return true;
  }
}
