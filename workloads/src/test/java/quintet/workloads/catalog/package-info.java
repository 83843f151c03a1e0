@NullMarked
package quintet.workloads.catalog;

import org.jspecify.annotations.NullMarked;
