package quintet.services.api;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the requests and keeps the rate limit. One lock for all of it, held for a few additions:
 * so an {@link Account} is one state, and the limit is exact.
 */
final class Ledger {

  /** The attempt of a request that the rate limit turned away. */
  private static final int REFUSED = 0;

  private final RateLimit limit;
  private final InstantSource clock;

  @GuardedBy("this")
  private final Map<Integer, Counts> byItem = new HashMap<>();

  @GuardedBy("this")
  private final Map<Integer, Long> answers = new HashMap<>();

  @GuardedBy("this")
  private long requests;

  @GuardedBy("this")
  private int inFlight;

  @GuardedBy("this")
  private int mostInFlight;

  @GuardedBy("this")
  private long second;

  @GuardedBy("this")
  private int thisSecond;

  @GuardedBy("this")
  private long resets;

  @GuardedBy("this")
  private long hangs;

  @GuardedBy("this")
  private int hanging;

  @GuardedBy("this")
  private long cutOff;

  Ledger(RateLimit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Enters a request for an item. */
  synchronized Visit arrive(int item) {
    requests++;
    var counts = byItem.computeIfAbsent(item, _ -> new Counts());
    counts.requests++;
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      second = now;
      thisSecond = 0;
    }
    if (!limit.admits(inFlight, thisSecond)) {
      return new Visit(REFUSED);
    }
    thisSecond++;
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    counts.admitted++;
    return new Visit(counts.admitted);
  }

  /** Enters a request for what does not exist, and its answer. */
  synchronized void stray(int status) {
    requests++;
    answers.merge(status, 1L, Long::sum);
  }

  /** All of it. Takes time in proportion to the items that were asked for, under the lock. */
  synchronized Account account() {
    var requestsByItem = HashMap.<Integer, Integer>newHashMap(byItem.size());
    byItem.forEach((item, counts) -> requestsByItem.put(item, counts.requests));
    return account(requestsByItem);
  }

  /** The same without the requests by item. */
  synchronized Account totals() {
    return account(Map.of());
  }

  @GuardedBy("this")
  private Account account(Map<Integer, Integer> requestsByItem) {
    return new Account(
        requests, requestsByItem, inFlight, mostInFlight, answers, resets, hangs, hanging, cutOff);
  }

  /** How often an item was asked for. Guarded by the ledger's lock, as the map is. */
  private static final class Counts {
    int requests;
    int admitted;
  }

  /**
   * One request, from its arrival to its end. Confined to the thread that answers it, but for the
   * ledger's counts.
   *
   * <pre>
   *   refused ----------------------------- answered --> ended
   *   in flight --- answered | reset | closed --------->   |
   *       +-- hang --> hanging --- closed -------------->  |
   * </pre>
   */
  final class Visit implements AutoCloseable {

    private enum State {
      REFUSED,
      IN_FLIGHT,
      HANGING,
      ENDED
    }

    private final int attempt;
    private State state;

    private Visit(int attempt) {
      this.attempt = attempt;
      state = attempt == REFUSED ? State.REFUSED : State.IN_FLIGHT;
    }

    boolean isRefused() {
      return state == State.REFUSED;
    }

    /** 1 for the first request for this item that was let in. */
    int attempt() {
      return attempt;
    }

    /** Call before the answer's last byte is sent. */
    void answered(int status) {
      synchronized (Ledger.this) {
        leave();
        answers.merge(status, 1L, Long::sum);
      }
    }

    /** Call before the connection is closed. */
    void reset() {
      synchronized (Ledger.this) {
        leave();
        resets++;
      }
    }

    void hang() {
      synchronized (Ledger.this) {
        leave();
        hangs++;
        hanging++;
        state = State.HANGING;
      }
    }

    @GuardedBy("Ledger.this")
    private void leave() {
      if (state == State.IN_FLIGHT) {
        inFlight--;
      }
      state = State.ENDED;
    }

    /** Ends the request if nothing else has. */
    @Override
    public void close() {
      synchronized (Ledger.this) {
        if (state == State.HANGING) {
          hanging--;
        } else if (state != State.ENDED) {
          leave();
          cutOff++;
        }
        state = State.ENDED;
      }
    }
  }
}
