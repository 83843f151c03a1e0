package quintet.suite.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.suite.Models;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;

/** {@code quintet run} knows what a piece is, and nothing of any one of them. */
final class AllPiecesTest {

  private final FakePiece verse = new FakePiece("verse", false, model -> "rose");
  private final FakePiece prose = new FakePiece("prose", true, model -> "spade");
  private final FakePiece slip =
      new FakePiece("slip", false, model -> model == Models.ASYNC ? "wrong" : "right");
  private final FakePiece broken =
      new FakePiece(
          "broken",
          false,
          model -> {
            throw new IllegalStateException("planted");
          });

  private static Session run(List<FakePiece> pieces, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, err, StandardCharsets.UTF_8);
    var command = RunCommand.commandLine(terminal, Path.of(""), List.of());
    for (var piece : pieces) {
      command.addSubcommand(piece.name(), piece.command());
    }
    var words = new ArrayList<>(List.of("--warm-up", "0", "--rounds", "2"));
    words.addAll(Arrays.asList(arguments));
    int exitCode = command.execute(words.toArray(String[]::new));
    return new Session(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void withoutAPieceEveryPieceHasItsTable() {
    var session = run(List.of(verse, prose));
    assertEquals(0, session.exitCode(), session.err());
    var lines = session.outLines();
    assertTrue(lines.indexOf("== verse") < lines.indexOf("The word rose."), session.out());
    assertTrue(lines.indexOf("The word rose.") < lines.indexOf("== prose"), session.out());
    assertTrue(lines.contains("A note on prose."), session.out());
    assertEquals(2, lines.stream().filter(line -> line.startsWith("locks")).count());
    assertEquals(RunReport.NOTE, lines.getLast());
    assertEquals(1, lines.stream().filter(RunReport.NOTE::equals).count());
  }

  @Test
  void aPieceAloneIsPlayedAlone() {
    var session = run(List.of(verse, prose), "prose");
    assertEquals(0, session.exitCode(), session.err());
    assertEquals(List.of(), verse.diary);
    assertTrue(session.out().startsWith("model"), session.out());
    assertFalse(session.out().contains("=="), session.out());
    assertTrue(session.out().contains("The baseline ran only once"), session.out());
  }

  @Test
  void theTableHasThePiecesOwnFigures() {
    var session = run(List.of(verse), "verse");
    assertTrue(session.outLines().getFirst().contains("words/s  speed-up"), session.out());
  }

  @Test
  void oneDisagreementIsTheExitCodeOfAllAndEndsNoOther() {
    var session = run(List.of(slip, verse));
    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("async DISAGREES with sequential"), session.err());
    assertTrue(session.out().contains("The word rose."), session.out());
  }

  @Test
  void everyPieceIsClosedHoweverItEnds() {
    var session = run(List.of(verse, broken, prose));
    assertTrue(session.exitCode() != 0);
    assertEquals("closed", verse.diary.getLast());
    assertEquals("closed", broken.diary.getLast());
    assertEquals(List.of(), prose.diary);
  }

  @Test
  void severalPiecesAreOneArrayInJson() throws IOException {
    var session = run(List.of(verse, prose), "--json");
    var json = new ObjectMapper().readTree(session.out());
    assertTrue(json.isArray(), session.out());
    assertEquals(List.of("verse", "prose"), json.findValuesAsText("piece"));
    assertEquals("rose", json.get(0).get("word").asText());
    assertTrue(json.get(0).get("models").get(1).get("wordsPerSecond").asDouble() > 0);
    assertEquals(1, json.get(1).get("models").get(0).get("roundMillis").size());
  }

  @Test
  void onePieceIsOneObjectInJson() throws IOException {
    var session = run(List.of(verse, prose), "verse", "--json");
    var json = new ObjectMapper().readTree(session.out());
    assertEquals("verse", json.get("piece").asText());
  }

  @Test
  void disagreementsAreToldBesideTheJson() throws IOException {
    var session = run(List.of(slip), "slip", "--json");
    assertEquals(1, session.exitCode());
    assertFalse(new ObjectMapper().readTree(session.out()).get("agreed").asBoolean());
    assertTrue(session.err().contains("async DISAGREES"), session.err());
  }
}
