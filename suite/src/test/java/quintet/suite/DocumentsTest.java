package quintet.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the documents print as output is output: the text between the markers is that of the file
 * they name, which a command wrote. {@code -Dsnippets.update} puts it there.
 */
final class DocumentsTest {

  private static final Path PROJECT = Path.of("..");

  private static final Pattern GENERATED =
      Pattern.compile(
          "(<!-- generated from (\\S+) -->\n)(.*?)(<!-- /generated -->)", Pattern.DOTALL);

  @Test
  void theReadmeShowsWhatTheRunPrinted() throws IOException {
    var readme = PROJECT.resolve("README.md");
    var written = Files.readString(readme);

    var expected = GENERATED.matcher(written).replaceAll(this::fromItsFile);

    assertTrue(GENERATED.matcher(written).find(), "no marker in " + readme);
    if (System.getProperty("snippets.update") != null) {
      Files.writeString(readme, expected);
    } else {
      assertEquals(expected, written, "run the test with -Dsnippets.update");
    }
  }

  private String fromItsFile(MatchResult marked) {
    try {
      var output = Files.readString(PROJECT.resolve(marked.group(2)));
      var block = "```text\n" + output.stripTrailing() + "\n```\n";
      return Matcher.quoteReplacement(marked.group(1) + block + marked.group(4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
