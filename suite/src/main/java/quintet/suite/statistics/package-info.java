/**
 * The statistics of a benchmark campaign.
 *
 * <p>A campaign runs rounds. In each round every variant runs once, in a fresh virtual machine, a
 * fork. The value of a fork is the mean of its iterations, a rate: more is faster. The round is
 * what is replicated; the iterations of a fork are not independent and are never resampled.
 *
 * <p>A {@link quintet.suite.statistics.Ratio} of two variants carries an interval from a {@link
 * quintet.suite.statistics.RoundBootstrap}; a {@link quintet.suite.statistics.Verdict} says whether
 * it may be stated, {@link quintet.suite.statistics.Scaling} fits the laws of scaling. The
 * resampling is our own, all else comes from libraries. Everything here is immutable, and may be
 * used by many threads.
 */
@NullMarked
package quintet.suite.statistics;

import org.jspecify.annotations.NullMarked;
