package quintet.suite.bench.catalog;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.suite.bench.kit.Cache;

/** What is timed is right: every contender finds what the loop finds. */
final class CatalogAnswersTest {

  /** More than any lesson's batch, and more than its window where that counts records. */
  private static final int RECORDS = 3_000;

  @TempDir static Path cache;

  @BeforeAll
  static void useOwnCache() {
    System.setProperty(Cache.FOLDER, cache.toString());
  }

  @AfterAll
  static void useUsualCache() {
    System.clearProperty(Cache.FOLDER);
  }

  @ParameterizedTest
  @EnumSource
  void everyParserFindsTheSameTitles(Parser parser) throws Exception {
    assertEquals(expected(Weight.TITLES), parser.run(Input.utf8(RECORDS), Weight.TITLES));
  }

  @ParameterizedTest
  @EnumSource
  void everyParserFindsTheSameEntries(Parser parser) throws Exception {
    assertDoesNotThrow(() -> parser.check(Input.utf8(RECORDS), Weight.ENTRIES));
  }

  @ParameterizedTest
  @EnumSource
  void everyParserCountsTheRecords(Parser parser) throws Exception {
    assertEquals(new Answer(RECORDS, 0), parser.run(Input.utf8(RECORDS), Weight.VALIDATED));
  }

  @ParameterizedTest
  @EnumSource
  void everyLessonFindsTheSameEntries(Lessons lesson) throws Exception {
    assertEquals(expected(Weight.ENTRIES), lesson.run(Input.utf8(RECORDS), Weight.ENTRIES, 2));
  }

  @ParameterizedTest
  @EnumSource(CatalogSlowParser.Design.class)
  void theSlowParserFindsTheSameEntriesInEachDesign(CatalogSlowParser.Design design)
      throws Exception {
    assertEquals(expected(Weight.ENTRIES), design.run(Input.utf8(RECORDS), Weight.ENTRIES, 2));
  }

  private static Answer expected(Weight weight) throws Exception {
    return Parser.QUINTET.run(Input.utf8(RECORDS), weight);
  }
}
