package quintet.suite.statistics;

/** A law of scaling: the speed-up of n workers over one. */
public enum Law {
  /**
   * n / (1 + σ(n-1)): a share σ of the work is done by one worker at a time (Amdahl, Validity of
   * the single processor approach, AFIPS 1967).
   */
  AMDAHL,

  /**
   * n / (1 + σ(n-1) + κn(n-1)), the universal scalability law: besides, each worker waits for each
   * other's changes to shared data, at the cost κ (Gunther, Guerrilla Capacity Planning, 2007,
   * chapter 4).
   */
  USL
}
