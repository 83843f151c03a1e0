/** What may be concluded from the forks of a campaign, and what may not. */
@NullMarked
package quintet.suite.statistics;

import org.jspecify.annotations.NullMarked;
