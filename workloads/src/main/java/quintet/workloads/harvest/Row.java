package quintet.workloads.harvest;

import java.util.List;

/**
 * What became of one URL. An immutable value.
 *
 * @param url as the source gave it
 * @param status of the last response; 0 if the last try had none
 * @param attempts tries made; {@link Harvest} says what a try is
 * @param milliseconds from the first try to the end, the pauses between tries included
 * @param bytes of the last response's body
 * @param error empty if all is well, else the reason in one line
 * @param fields the selected ones, in the sheet's order; empty texts if the call failed
 */
public record Row(
    String url,
    int status,
    int attempts,
    long milliseconds,
    long bytes,
    String error,
    List<String> fields) {

  public Row {
    fields = List.copyOf(fields);
  }

  /** Whether a resumed run may skip this URL. */
  public boolean ok() {
    return error.isEmpty();
  }

  public boolean retried() {
    return attempts > 1;
  }
}
