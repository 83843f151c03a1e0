package quintet.workloads.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What is done with each record. Called by many threads at once, each with a record of its own, so
 * it must not share mutable state, and again for the same record where its first reading was in
 * doubt, so it must have no effects; {@link #TITLES} and {@link #ENTRIES} have none.
 *
 * @param <T> the result, immutable, with a {@code hashCode} that depends on its content only
 */
@FunctionalInterface
public interface Work<T> {

  /** The light weight: only the 245 field is touched. Records without a title have no result. */
  Work<String> TITLES = MarcRecord::title;

  /** The heavy weight, and the default: the record is validated whole and made into an entry. */
  Work<CatalogEntry> ENTRIES = CatalogEntry::of;

  /**
   * Works on one record.
   *
   * @param record valid only until this call returns
   * @return the result, or null if the record has none
   * @throws MarcException if the record is malformed; it is then an entry in the run's account, not
   *     the end of the thread
   */
  @Nullable T on(MarcRecord record);
}
