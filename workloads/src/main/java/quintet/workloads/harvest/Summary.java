package quintet.workloads.harvest;

/**
 * The account of a run: every URL that was pulled is counted as ok, failed or skipped.
 *
 * @param ok URLs that answered with 2xx; and with JSON, or nothing, if fields were selected
 * @param failed URLs whose row is an error
 * @param retried URLs of either kind that took more than one try
 * @param skipped URLs that a resumed sheet had already; not called
 * @param tries of all URLs; {@link Harvest} says what a try is
 * @param bytes of the last bodies
 */
public record Summary(long ok, long failed, long retried, long skipped, long tries, long bytes) {

  public static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, 0);

  public Summary plus(Summary other) {
    return new Summary(
        ok + other.ok,
        failed + other.failed,
        retried + other.retried,
        skipped + other.skipped,
        tries + other.tries,
        bytes + other.bytes);
  }

  public Summary plus(Row row) {
    return new Summary(
        ok + (row.ok() ? 1 : 0),
        failed + (row.ok() ? 0 : 1),
        retried + (row.retried() ? 1 : 0),
        skipped,
        tries + row.attempts(),
        bytes + row.bytes());
  }

  Summary withSkipped(long urls) {
    return new Summary(ok, failed, retried, urls, tries, bytes);
  }

  /** The rows written. */
  public long rows() {
    return ok + failed;
  }
}
