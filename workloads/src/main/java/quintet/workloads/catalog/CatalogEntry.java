package quintet.workloads.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue lists of one work. An immutable value that keeps nothing of the record's bytes.
 *
 * @param title see {@link MarcRecord#title}
 * @param author see {@link MarcRecord#author}
 * @param year four digits
 * @param isbns with a right check digit, without hyphens
 * @param subjects headings with their subdivisions
 * @param language three letters
 */
public record CatalogEntry(
    @Nullable String title,
    @Nullable String author,
    @Nullable String year,
    List<String> isbns,
    List<String> subjects,
    @Nullable String language) {

  public CatalogEntry {
    isbns = List.copyOf(isbns);
    subjects = List.copyOf(subjects);
  }

  /** Validates the whole record and takes its entry. */
  static CatalogEntry of(MarcRecord record) {
    record.validate();
    return new CatalogEntry(
        record.title(),
        record.author(),
        record.publicationYear(),
        record.isbns(),
        record.subjects(),
        record.language());
  }

  /** Specified, unlike a record's own, so that a run's digest is the same on every JVM. */
  @Override
  public int hashCode() {
    int hash = Objects.hashCode(title);
    hash = 31 * hash + Objects.hashCode(author);
    hash = 31 * hash + Objects.hashCode(year);
    hash = 31 * hash + isbns.hashCode();
    hash = 31 * hash + subjects.hashCode();
    return 31 * hash + Objects.hashCode(language);
  }
}
