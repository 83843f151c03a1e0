@NullMarked
package quintet.suite.report;

import org.jspecify.annotations.NullMarked;
