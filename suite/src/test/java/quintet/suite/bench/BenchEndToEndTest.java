package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.ChildJava;
import quintet.suite.Quintet;
import quintet.suite.results.RunFolder;

/**
 * The command in a process of its own, with JMH's forks: the one test that measures. That takes its
 * time, so it is one test, that tells a story.
 */
final class BenchEndToEndTest {

  @TempDir private Path home;

  private String said = "";

  @Test
  @Timeout(900)
  void aRunIsMeasuredResumedVerifiedAndNamesNobody() throws IOException, InterruptedException {
    var run = home.resolve("a run, ä");
    var bench =
        "bench --quick --no-models --limits --filter page-cache --records 1000 --rounds 1 --out";
    assertEquals(0, quintet(bench, run), said);
    assertEquals(1, rounds(run));
    assertTrue(said.contains("no interval, and so nothing is claimed"), said);

    assertEquals(0, quintet("bench --rounds 2 --resume", run), said);
    assertEquals(2, rounds(run));

    assertEquals(0, quintet("bench verify", run), said);
    assertTrue(said.contains("verified from raw.json: the forks of jmh.json"), said);

    for (var file : List.of("raw.json", "jmh.json", "jmh.log", "environment.json")) {
      namesNobody(run.resolve(file));
    }
  }

  /** Runs it, and returns its exit code. */
  private int quintet(String words, Path path) throws IOException, InterruptedException {
    var flags =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dquintet.home=" + home,
            "-Djmh.ignoreLock=true"); // it measures nothing that anybody reads
    var command = new ArrayList<String>();
    command.addAll(ChildJava.command(flags, Quintet.class, words.split(" ")));
    command.add(path.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }

  /** How many rounds are measured, each with the same number of forks. */
  private static long rounds(Path run) throws IOException {
    var raw = new RunFolder(run).readRaw();
    var rounds = new HashSet<Integer>();
    raw.forks().forEach(fork -> rounds.add(fork.round()));
    assertEquals(rounds.size() * raw.variants().size(), raw.forks().size());
    return rounds.size();
  }

  /** No path of this machine: they hold the names of users. */
  private void namesNobody(Path file) throws IOException {
    var text = Files.readString(file);
    for (var property : List.of("java.home", "user.home", "user.dir", "java.io.tmpdir")) {
      var path = System.getProperty(property);
      assertFalse(path.length() > 1 && text.contains(path), file + ": " + property);
    }
    assertFalse(text.contains(home.toString()), file + ": the project's folder");
  }
}
