package quintet.suite.bench.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metafacture.biblio.iso2709.FieldHandler;
import quintet.workloads.catalog.CatalogEntry;
import quintet.workloads.catalog.Isbn;

/**
 * Makes the same {@link CatalogEntry} as ours from a peer's decoded fields, one event at a time.
 * Made for one record.
 */
final class EntryEvents implements FieldHandler {

  private static final String AUTHORS = "100 110 111";

  private @Nullable String titleProper;
  private @Nullable String titleRemainder;
  private @Nullable String author;
  private int authorRank = AUTHORS.length();
  private @Nullable String fixed;
  private @Nullable String imprintYear;
  private @Nullable String productionYear;
  private @Nullable String languages;
  private final List<String> isbns = new ArrayList<>(2);
  private final List<String> subjects = new ArrayList<>(4);

  private String tag = "";
  private int seen;
  private boolean isRepeated;
  private boolean hasIsbn;
  private boolean hasDate;
  private final StringBuilder joined = new StringBuilder();

  CatalogEntry entry() {
    return new CatalogEntry(title(), author, year(), isbns, subjects, language());
  }

  // ---- events

  @Override
  public void referenceField(char[] tag, char[] implementationDefined, String value) {
    if (fixed == null && new String(tag).equals("008")) {
      fixed = value;
    }
  }

  @Override
  public void startDataField(char[] tag, char[] implementationDefined, char[] indicators) {
    this.tag = new String(tag);
    int bit = bitOf(this.tag);
    isRepeated = (seen & bit) != 0;
    seen |= bit;
    hasIsbn = false;
    hasDate = false;
    joined.setLength(0);
  }

  /** Of these tags only the first field counts. */
  private static int bitOf(String tag) {
    return switch (tag) {
      case "041" -> 1;
      case "245" -> 2;
      default -> 0;
    };
  }

  @Override
  public void data(char[] identifier, String value) {
    if (isRepeated) {
      return;
    }
    char code = identifier[0];
    switch (tag) {
      case "020" -> addIsbn(code, value);
      case "041" -> languages = firstOf('a', code, languages, value);
      case "245" -> {
        titleProper = firstOf('a', code, titleProper, value);
        titleRemainder = firstOf('b', code, titleRemainder, value);
      }
      case "260" -> imprintYear = yearIn(code, value, imprintYear);
      case "264" -> productionYear = yearIn(code, value, productionYear);
      default -> {
        if (tag.charAt(0) == '6') {
          join(code, value, true);
        } else if (AUTHORS.contains(tag)) {
          join(code, value, false);
        }
      }
    }
  }

  @Override
  public void endDataField() {
    if (tag.charAt(0) == '6') {
      subjects.add(joined.toString());
      return;
    }
    int rank = AUTHORS.indexOf(tag);
    if (rank >= 0 && rank < authorRank) {
      authorRank = rank;
      author = joined.toString();
    }
  }

  @Override
  public void additionalImplDefinedPart(char[] part) {
    // MARC 21 defines none
  }

  // ---- values

  private static @Nullable String firstOf(
      char wanted, char code, @Nullable String known, String value) {
    return known == null && code == wanted ? value : known;
  }

  private void addIsbn(char code, String value) {
    if (!hasIsbn && code == 'a') {
      hasIsbn = true;
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      var isbn = Isbn.checked(bytes, 0, bytes.length);
      if (isbn != null) {
        isbns.add(isbn);
      }
    }
  }

  private void join(char code, String value, boolean dashes) {
    if (value.isEmpty() || (code >= '0' && code <= '9')) {
      return;
    }
    if (!joined.isEmpty()) {
      joined.append(dashes && (code == 'v' || (code >= 'x' && code <= 'z')) ? " -- " : " ");
    }
    joined.append(value);
  }

  private @Nullable String title() {
    return titleOf(titleProper, titleRemainder);
  }

  static @Nullable String titleOf(@Nullable String proper, @Nullable String remainder) {
    return proper == null || remainder == null || proper.isEmpty()
        ? proper
        : proper + " " + remainder;
  }

  private @Nullable String year() {
    if (fixed != null && fixed.length() >= 11 && areDigits(fixed, 7)) {
      return fixed.substring(7, 11);
    }
    return imprintYear != null ? imprintYear : productionYear;
  }

  private @Nullable String yearIn(char code, String text, @Nullable String known) {
    if (known != null || code != 'c' || hasDate) {
      return known;
    }
    hasDate = true;
    for (int i = 0; i + 4 <= text.length(); i++) {
      if (areDigits(text, i)) {
        return text.substring(i, i + 4);
      }
    }
    return null;
  }

  private @Nullable String language() {
    var code = lettersAt(fixed, 35);
    return code != null ? code : lettersAt(languages, 0);
  }

  private static @Nullable String lettersAt(@Nullable String text, int at) {
    if (text == null || text.length() < at + 3) {
      return null;
    }
    for (int i = at; i < at + 3; i++) {
      int letter = text.charAt(i) | 0x20;
      if (letter < 'a' || letter > 'z') {
        return null;
      }
    }
    return text.substring(at, at + 3);
  }

  private static boolean areDigits(String text, int at) {
    for (int i = at; i < at + 4; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
