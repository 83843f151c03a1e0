/** Makes catalogues: realistic ones of any size from a seed number, and broken ones. */
@NullMarked
package quintet.workloads.catalog.data;

import org.jspecify.annotations.NullMarked;
