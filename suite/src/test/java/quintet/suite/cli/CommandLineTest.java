package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import quintet.suite.Quintet;

final class CommandLineTest {

  @TempDir private Path home;

  @Test
  void withoutArgumentsItSaysWhatThereIs() {
    var session = Session.of(home);
    assertEquals(0, session.exitCode());
    assertTrue(session.out().contains("titles"), session.out());
  }

  @Test
  void theVersionIsTheBuilds() {
    var session = Session.of(home, "--version");
    assertEquals(0, session.exitCode());
    assertTrue(session.out().matches("(?s)quintet \\d+\\.\\d+.*"), session.out());
  }

  @Test
  void everyCommandHasHelpAndAVersion() {
    var paths = new ArrayList<List<String>>();
    var terminal =
        Terminal.plain(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            StandardCharsets.UTF_8);
    collect(Quintet.commandLine(terminal, home), List.of(), paths);
    assertTrue(paths.size() >= 7, paths.toString());
    for (var path : paths) {
      for (var option : List.of("--help", "--version")) {
        var arguments = new ArrayList<Object>(path);
        arguments.add(option);
        var session = Session.of(home, arguments.toArray());
        assertEquals(0, session.exitCode(), arguments.toString());
        assertFalse(session.out().isBlank(), arguments.toString());
      }
    }
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              if (!subcommand.getCommandSpec().helpCommand()) {
                var deeper = new ArrayList<>(path);
                deeper.add(name);
                paths.add(deeper);
                collect(subcommand, deeper, paths);
              }
            });
  }

  @Test
  void anUnknownCommandIsBadUsage() {
    var session = Session.of(home, "juggle");
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("'juggle'"), session.err());
    assertEquals("", session.out());
  }

  @Test
  void aFailureIsOneLine() {
    var session = Session.of(home, "titles", home.resolve("missing.mrc"));
    assertEquals(2, session.exitCode());
    assertEquals(
        List.of("quintet: " + home.resolve("missing.mrc") + ": no such file"), session.errLines());
  }

  @Test
  void debugShowsTheStackTraceBeforeAndAfterTheCommand() {
    for (var arguments :
        List.of(
            new Object[] {"--debug", "titles", "missing.mrc"},
            new Object[] {"titles", "--debug", "missing.mrc"})) {
      var session = Session.of(home, arguments);
      assertEquals(2, session.exitCode());
      assertTrue(session.err().contains("\tat quintet."), session.err());
    }
  }

  @Test
  void aNameCannotSteerTheTerminalOrBreakTheLine() {
    var session = Session.of(home, "titles", "a\u001b[31m\nb.mrc");
    assertEquals(List.of("quintet: a?[31m?b.mrc: no such file"), session.errLines());
  }

  @Test
  void theCompletionScriptKnowsTheCommandsAndTheModels() {
    var session = Session.of(home, "completion");
    assertEquals(0, session.exitCode());
    assertTrue(session.out().contains("titles"), session.out());
    assertTrue(session.out().contains("threadpool"), session.out());
  }

  @Test
  void theDoctorsFindingsAreJson() throws IOException {
    var session = Session.of(home, "doctor", "--json");
    assertEquals(0, session.exitCode());
    var json = new ObjectMapper().readTree(session.out());
    assertEquals(Runtime.getRuntime().availableProcessors(), json.get("cores").asInt());
  }

  @Test
  void resultsThatNeverArrivedAreAFailure() {
    var session = Session.of(new FailingOutput("No space left on device"), home, "doctor");
    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("No space left on device"), session.err());
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    var session = Session.of(new FailingOutput("Broken pipe"), home, "doctor");
    assertEquals(0, session.exitCode());
    assertEquals("", session.err());
  }

  @Test
  void noColourIsUsedWhereThereIsNoTerminal() {
    assertFalse(Session.of(home, "--help").out().contains("\u001b"));
  }

  @Test
  void noColorMeansNoUnlessItIsEmpty() {
    assertTrue(Terminal.wantsColours(null));
    assertTrue(Terminal.wantsColours(""));
    assertFalse(Terminal.wantsColours("0"));
  }

  @Test
  void progressIsDrawnOnTerminalsOnly() {
    var err = new ByteArrayOutputStream();
    var plain = Terminal.plain(OutputStream.nullOutputStream(), err, StandardCharsets.UTF_8);
    try (var progress = new ProgressLine(plain)) {
      progress.show("something", 0.5);
    }
    assertEquals(0, err.size());
    assertEquals(
        "[############............]  50 %  something", ProgressLine.line("something", 0.5));
    assertEquals("something", ProgressLine.line("something", -1));
  }
}
