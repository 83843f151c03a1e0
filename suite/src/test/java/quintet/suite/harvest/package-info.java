@NullMarked
package quintet.suite.harvest;

import org.jspecify.annotations.NullMarked;
