package quintet.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.suite.cli.Terminal;

/**
 * No number in the documents is typed by hand: what stands between the markers is computed from the
 * file that they name, which a command wrote. {@code -Dsnippets.update} puts it there.
 */
final class DocumentsTest {

  private static final Path PROJECT = Path.of("..");

  private static final Pattern GENERATED =
      Pattern.compile(
          "(<!-- generated from (\\S+) -->\n)(.*?)(<!-- /generated -->)", Pattern.DOTALL);

  /**
   * "3.2x", "twice", and the like are results; they belong between markers, or into a quotation.
   */
  private static final Pattern SPEED_UP =
      Pattern.compile(
          "(?<![\\w.])\\d+([.,]\\d+)?\\s?[x\u00d7](?!\\w)"
              + "|\\d+(\\.\\d+)? times (as |faster|slower)"
              + "|\\d+(\\.\\d+)? % (faster|slower)");

  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".quintet", "results");

  /** Reports first: the documents quote them. */
  @BeforeAll
  static void updateReports() throws IOException {
    if (isUpdate()) {
      for (var run : committedRuns()) {
        var terminal =
            Terminal.plain(
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8);
        assertEquals(0, Quintet.execute(terminal, PROJECT, "report", run.toString()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatADocumentQuotesIsWhatWasMeasured(Path document) throws IOException {
    var written = Files.readString(document);
    var expected = GENERATED.matcher(written).replaceAll(this::fromItsSource);
    if (isUpdate()) {
      Files.writeString(document, expected);
    } else {
      assertEquals(expected, written, document + ": run the test with -Dsnippets.update");
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noSpeedUpIsTypedByHand(Path document) throws IOException {
    assertEquals(List.of(), typedByHand(Files.readString(document)), document.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it is 3.2x faster",
        "a speed-up of 2x.",
        "1.9 \u00d7 on two cores",
        "3 times as fast",
        "12 % slower"
      })
  void aSpeedUpOutsideTheMarkersIsFound(String sentence) {
    assertEquals(1, typedByHand("Some words.\n" + sentence + "\n").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> the seed says 3.2x",
        "0x20 is a blank",
        "five times over",
        "<!-- generated from a.txt -->\n1.86x\n<!-- /generated -->"
      })
  void aQuotationIsNoClaimOfOurs(String text) {
    assertEquals(List.of(), typedByHand(text + "\n"));
  }

  @Test
  void theReadmeAndTheMethodQuoteSomething() throws IOException {
    for (var document : List.of("README.md", "docs/performance/method.md")) {
      var written = Files.readString(PROJECT.resolve(document));
      assertTrue(GENERATED.matcher(written).find(), document);
    }
  }

  /** Whoever reads a number in this project can compute it. */
  @ParameterizedTest
  @MethodSource("committedRuns")
  void everyCommittedResultFollowsFromItsRawData(Path run) {
    var out = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, out, StandardCharsets.UTF_8);
    int exitCode = Quintet.execute(terminal, PROJECT, "bench", "verify", run.toString());
    assertEquals(0, exitCode, () -> run + ": " + out.toString(StandardCharsets.UTF_8));
  }

  private static boolean isUpdate() {
    return System.getProperty("snippets.update") != null;
  }

  // ---- what there is

  /** All but the reports of runs, which are checked against their raw data. */
  static List<Path> documents() throws IOException {
    return files()
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> !isOfARun(file))
        .toList();
  }

  static List<Path> committedRuns() throws IOException {
    return files()
        .filter(file -> file.getFileName().toString().equals("raw.json"))
        .filter(file -> file.startsWith(PROJECT.resolve("docs")))
        .map(Path::getParent)
        .toList();
  }

  private static boolean isOfARun(Path file) {
    return Files.exists(file.resolveSibling("raw.json"));
  }

  private static Stream<Path> files() throws IOException {
    try (var all = Files.walk(PROJECT)) {
      return all
          .filter(file -> NOT_OURS.stream().noneMatch(name -> has(file, name)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean has(Path file, String name) {
    for (var part : file) {
      if (part.toString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  // ---- what they say

  private static List<String> typedByHand(String text) {
    return GENERATED
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> !line.startsWith(">"))
        .filter(line -> SPEED_UP.matcher(line).find())
        .toList();
  }

  private String fromItsSource(MatchResult marked) {
    try {
      var snippet = new Snippets(PROJECT).of(marked.group(2));
      return Matcher.quoteReplacement(marked.group(1) + snippet + marked.group(4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
