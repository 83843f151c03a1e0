package quintet.workloads.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marc4j.MarcStreamReader;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;
import org.marc4j.marc.Subfield;
import quintet.workloads.catalog.data.CatalogGenerator;

/** On well-formed input our reader and marc4j's say the same. */
class OracleTest {

  private final AnselToUnicode marc8 = new AnselToUnicode();

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 100})
  void everyTitleIsTheOneThatMarc4jReads(int marc8Percent) throws IOException {
    var generator = new CatalogGenerator(3000, 17, marc8Percent, 0);
    var bytes = new ByteArrayOutputStream();
    generator.write(bytes, total -> {});
    var ours = Transcript.inBlocks(bytes.toByteArray(), Work.TITLES, 64 * 1024).lines().iterator();
    var oracle = new MarcStreamReader(new ByteArrayInputStream(bytes.toByteArray()));
    for (int i = 0; i < generator.records(); i++) {
      assertEquals(title(oracle.next()), ours.next(), "record " + i);
    }
    assertFalse(oracle.hasNext() || ours.hasNext());
  }

  private String title(Record record) {
    var field = (DataField) record.getVariableField("245");
    boolean utf8 = record.getLeader().getCharCodingScheme() == 'a';
    var title = text(field.getSubfield('a'), utf8);
    var remainder = text(field.getSubfield('b'), utf8);
    return remainder == null ? "" + title : title + " " + remainder;
  }

  /** marc4j gives MARC-8 as the characters whose numbers are the bytes. */
  private @Nullable String text(@Nullable Subfield subfield, boolean utf8) {
    if (subfield == null) {
      return null;
    }
    return utf8 ? subfield.getData() : marc8.convert(subfield.getData());
  }
}
