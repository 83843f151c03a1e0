package quintet.workloads.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.workloads.catalog.data.CatalogGenerator;

/** On well-formed input our reader and marc4j's say the same. */
class OracleTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 100})
  void everyTitleIsTheOneThatMarc4jReads(int marc8Percent) throws IOException {
    var generator = new CatalogGenerator(3000, 17, marc8Percent, 0);
    var out = new ByteArrayOutputStream();
    generator.write(out, total -> {});
    var bytes = out.toByteArray();

    var ours = Transcript.inBlocks(bytes, Work.TITLES, 64 * 1024).lines();

    assertEquals(generator.records(), ours.size());
    assertEquals(Marc4jOracle.titles(List.of(Transcript.stream(bytes))), ours);
  }
}
