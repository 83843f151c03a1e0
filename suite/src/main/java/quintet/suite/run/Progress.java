package quintet.suite.run;

/**
 * Told how far a play is. Calls do not overlap: the thread that delivers makes them, or hands them
 * on in order.
 */
@FunctionalInterface
interface Progress {

  /** Nobody looks. */
  Progress NONE = (done, whole) -> {};

  /**
   * So much of the work is done.
   *
   * @param done in a unit of the piece's choice
   * @param whole all there is, in the same unit; 0 or less if that is not known
   */
  void at(long done, long whole);
}
