package quintet.services.api;

import java.util.Map;

/**
 * What the server has done since it was made, restarts included: one consistent state, immutable.
 * Every request is in exactly one of {@code answers}, {@code resets}, {@code hangs}, {@code cutOff}
 * and {@code inFlight}.
 *
 * <p>A request is entered before the last byte of its answer is sent: a client that has an answer
 * finds it here, and one that keeps to a limit of calls never seems to exceed it.
 *
 * @param requests all that arrived, also for paths that do not exist
 * @param requestsByItem how many arrived for an item, those included that the rate limit refused
 * @param inFlight let in, and neither answered nor hanging
 * @param mostInFlight ever at the same time. A client that gave up waiting does not tell the
 *     server: its request is in flight until the answer is sent
 * @param answers how many had which status
 * @param resets closed in the middle of the answer, on purpose
 * @param hangs were not to be answered; the clients of {@code hanging} of them may wait still
 * @param cutOff their connection ended before the answer did: the server stopped, or the client
 *     left
 */
public record Account(
    long requests,
    Map<Integer, Integer> requestsByItem,
    int inFlight,
    int mostInFlight,
    Map<Integer, Long> answers,
    long resets,
    long hangs,
    int hanging,
    long cutOff) {

  public Account {
    requestsByItem = Map.copyOf(requestsByItem);
    answers = Map.copyOf(answers);
  }

  /** How many requests for the item arrived. */
  public int requestsFor(int item) {
    return requestsByItem.getOrDefault(item, 0);
  }

  /** How many were not answered with the item: errors, resets, hangs and what was cut off. */
  public long failed() {
    return requests - inFlight - answered(200);
  }

  /** How many answers had this status. */
  public long answered(int status) {
    return answers.getOrDefault(status, 0L);
  }
}
