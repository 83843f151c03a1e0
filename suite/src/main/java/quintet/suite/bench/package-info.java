/** The measurement: JMH benchmarks of the models, their peers, limits and lessons. */
@NullMarked
package quintet.suite.bench;

import org.jspecify.annotations.NullMarked;
