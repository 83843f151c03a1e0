@NullMarked
package quintet.suite.statistics;

import org.jspecify.annotations.NullMarked;
