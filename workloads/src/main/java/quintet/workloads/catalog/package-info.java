/**
 * The piece {@code catalog}: the titles or entries of all records of MARC files, in file order.
 *
 * <pre>
 *   Source --BlockReader--> Block --BlockParser--> Batch --Delivery--> consumer
 *            (serial)               (any thread)           (in order)
 * </pre>
 *
 * <p>Every step is a plain object for one thread at a time. A {@link
 * quintet.workloads.catalog.Catalog model} decides which thread takes which step, and how blocks
 * and batches travel between them.
 *
 * <p>Source: ISO 2709:2008, and seed 000. The seeds are the documents that Quintet began with; 000
 * is the page "Concurrency (Python)" of the documentation of mrrc, a MARC library, and 003 a page
 * of practices for concurrent Python.
 */
@NullMarked
package quintet.workloads.catalog;

import org.jspecify.annotations.NullMarked;
