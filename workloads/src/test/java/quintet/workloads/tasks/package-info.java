@NullMarked
package quintet.workloads.tasks;

import org.jspecify.annotations.NullMarked;
