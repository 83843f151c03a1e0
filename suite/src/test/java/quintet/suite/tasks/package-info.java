@NullMarked
package quintet.suite.tasks;

import org.jspecify.annotations.NullMarked;
