package quintet.suite.statistics;

/** All values from {@code low} to {@code high}, both included. */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("from " + low + " to " + high);
    }
  }
}
