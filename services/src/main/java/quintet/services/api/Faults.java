package quintet.services.api;

/**
 * How many requests in a hundred go wrong, by kind. At most one thing is wrong with a request, so
 * the shares add up to 100 at most; {@code gone} stands apart, since it is a share of the items. An
 * immutable value: each {@code with} method returns a changed copy.
 *
 * @param errors answered 500, 502 or 503; half of the 503 have a {@code Retry-After}
 * @param tooMany answered 429 with a {@code Retry-After}, whatever the rate
 * @param slow answered right, but in pieces, see {@link Behaviour#slowBody}
 * @param resets the connection is closed in the middle of the answer, see {@link ApiServer}
 * @param hangs never answered, see {@link ApiServer}
 * @param gone items that are answered 404, always
 * @param attempts all faults but {@code gone} befall the first so many requests for an item; the
 *     later ones all succeed
 */
public record Faults(
    double errors,
    double tooMany,
    double slow,
    double resets,
    double hangs,
    double gone,
    int attempts) {

  /** Nothing goes wrong. */
  public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, Integer.MAX_VALUE);

  public Faults {
    check("errors", errors);
    check("too many", tooMany);
    check("slow", slow);
    check("resets", resets);
    check("hangs", hangs);
    check("gone", gone);
    check("errors, too many, slow, resets and hangs", errors + tooMany + slow + resets + hangs);
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts must not be negative: " + attempts);
    }
  }

  private static void check(String what, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(what + " must be 0 to 100 percent, not " + percent);
    }
  }

  public Faults withErrors(double percent) {
    return new Faults(percent, tooMany, slow, resets, hangs, gone, attempts);
  }

  public Faults withTooMany(double percent) {
    return new Faults(errors, percent, slow, resets, hangs, gone, attempts);
  }

  public Faults withSlow(double percent) {
    return new Faults(errors, tooMany, percent, resets, hangs, gone, attempts);
  }

  public Faults withResets(double percent) {
    return new Faults(errors, tooMany, slow, percent, hangs, gone, attempts);
  }

  public Faults withHangs(double percent) {
    return new Faults(errors, tooMany, slow, resets, percent, gone, attempts);
  }

  public Faults withGone(double percent) {
    return new Faults(errors, tooMany, slow, resets, hangs, percent, attempts);
  }

  /** So that whoever tries {@code attempts + 1} times succeeds. */
  public Faults inTheFirst(int attempts) {
    return new Faults(errors, tooMany, slow, resets, hangs, gone, attempts);
  }
}
