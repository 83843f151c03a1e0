@NullMarked
package quintet.suite.run;

import org.jspecify.annotations.NullMarked;
