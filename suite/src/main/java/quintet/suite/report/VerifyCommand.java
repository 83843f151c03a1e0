package quintet.suite.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.cli.Terminal;
import quintet.suite.results.RunFolder;

/** {@code quintet bench verify}: does every printed number follow from the raw data? */
@Command(
    name = "verify",
    description = {
      "Compute every number of a run again from raw.json, and compare with what is written:",
      "summary.json, report.html, report.md and its figures. Exit code 1 if anything differs."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class VerifyCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  private static final Pattern PACKED =
      Pattern.compile("data:application/gzip;base64,([A-Za-z0-9+/=]*)");

  private final Terminal terminal;
  private final List<String> missing = new ArrayList<>();

  @Parameters(paramLabel = "DIR", description = "The run's folder.")
  private Path path;

  public VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var folder = RunFolder.existing(path);
    var computed = Conclusion.of(folder);
    var checked = new ArrayList<String>();
    var differences = new ArrayList<String>();
    var written = RunFolder.read(existing(folder.summary()), JsonNode.class);
    if (Files.isRegularFile(folder.jmhJson())) {
      JmhAgreement.check(folder, checked, differences);
    } else {
      missing.add("jmh.json");
    }
    JsonNode summary = new ObjectMapper().valueToTree(computed.summary());
    checked.add(Numbers.count(JsonDifferences.numbers(written)) + " numbers of summary.json");
    JsonDifferences.between(written, summary)
        .forEach(line -> differences.add("summary.json " + line));
    compare(computed.html(), computed.page().html(), checked, differences);
    compare(computed.markdown(), computed.page().markdown(), checked, differences);
    var figures = computed.page().figures();
    for (var figure : figures.entrySet()) {
      var file = folder.path().resolve(ReportPage.FIGURES).resolve(figure.getKey());
      compare(file, figure.getValue(), checked, differences);
    }
    return report(checked, differences);
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": not there; 'quintet report' makes it");
    }
    return file;
  }

  /** The pages are printed from the summary alone, so they must be the same letter by letter. */
  private void compare(Path file, String computed, List<String> checked, List<String> differences)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      missing.add(file.getFileName().toString()); // a folder that was passed on may lack some
      return;
    }
    checked.add(file.getFileName().toString());
    var written = unpacked(Files.readString(file)).lines().toList();
    var lines = unpacked(computed).lines().toList();
    for (int i = 0; i < Math.max(written.size(), lines.size()); i++) {
      var there = i < written.size() ? written.get(i) : "";
      var here = i < lines.size() ? lines.get(i) : "";
      if (!there.equals(here)) {
        differences.add(file.getFileName() + ", line " + (i + 1) + ": " + excerpts(there, here));
        return;
      }
    }
  }

  /**
   * The page with its downloads unpacked to what they hold: another JDK packs the same data into
   * other bytes.
   */
  private static String unpacked(String page) {
    return PACKED.matcher(page).replaceAll(found -> "data:" + digest(found.group(1)));
  }

  private static String digest(String base64) {
    try (var in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (IOException | IllegalArgumentException e) {
      return "damaged";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** From a little before the first letter that differs. */
  private static String excerpts(String there, String here) {
    int from = 0;
    while (from < Math.min(there.length(), here.length())
        && there.charAt(from) == here.charAt(from)) {
      from++;
    }
    return "'" + excerpt(there, from) + "' is written, '" + excerpt(here, from) + "' follows";
  }

  private static String excerpt(String line, int at) {
    return line.substring(
        Math.max(0, Math.min(at - 10, line.length())), Math.min(line.length(), at + 20));
  }

  private int report(List<String> checked, List<String> differences) {
    if (differences.isEmpty()) {
      terminal.out().println("verified from raw.json: " + String.join(", ", checked));
      if (!missing.isEmpty()) {
        terminal.out().println("not there: " + String.join(", ", missing));
      }
      return 0;
    }
    differences.stream().limit(SHOWN).forEach(terminal.out()::println);
    if (differences.size() > SHOWN) {
      terminal.out().println("and " + (differences.size() - SHOWN) + " more");
    }
    terminal.note(path + ": what is written does not follow from raw.json");
    return 1;
  }
}
