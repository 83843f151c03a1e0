/** Tasks in other processes: worker JVMs on this machine, and members at given addresses. */
@NullMarked
package quintet.suite.cluster;

import org.jspecify.annotations.NullMarked;
