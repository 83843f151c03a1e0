package quintet.workloads.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marc4j.MarcStreamReader;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;

/** The titles of well-formed sources as marc4j, which shares no code with ours, reads them. */
final class Marc4jOracle {

  private Marc4jOracle() {}

  static List<String> titles(List<Source> sources) throws IOException {
    var titles = new ArrayList<String>();
    for (var source : sources) {
      try (var stream = source.open()) {
        for (var reader = new MarcStreamReader(stream); reader.hasNext(); ) {
          var title = title(reader.next());
          if (title != null) {
            titles.add(title);
          }
        }
      }
    }
    return titles;
  }

  private static @Nullable String title(Record record) {
    if (!(record.getVariableField("245") instanceof DataField field)
        || field.getSubfield('a') == null) {
      return null;
    }
    var text = decoder(record);
    var a = text.apply(field.getSubfield('a').getData());
    return a.isEmpty() || field.getSubfield('b') == null
        ? a
        : a + " " + text.apply(field.getSubfield('b').getData());
  }

  /** marc4j reads MARC-8 as Latin-1; its converter then takes each character for a byte. */
  private static UnaryOperator<String> decoder(Record record) {
    return record.getLeader().getCharCodingScheme() == 'a'
        ? UnaryOperator.identity()
        : new AnselToUnicode()::convert;
  }
}
