@NullMarked
package quintet.suite.cluster;

import org.jspecify.annotations.NullMarked;
