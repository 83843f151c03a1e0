/**
 * How threads get their rows into one file: the designs that were tried, and what they cost. What
 * {@code LocksHarvest} and {@code PipelineHarvest} do is among them.
 */
@NullMarked
package quintet.suite.bench.harvest.csv;

import org.jspecify.annotations.NullMarked;
