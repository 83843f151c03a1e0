package quintet.suite.harvest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Latency;
import quintet.suite.ChildJava;
import quintet.suite.Quintet;
import quintet.suite.cli.Session;

/** A harvest in a process of its own, which is told to end. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that asks a process to end")
final class HarvestSignalTest {

  /** What a shell reports for a command that SIGTERM ended. */
  private static final int TERMINATED = 143;

  private static final int ADDRESSES = 400;
  private static final int FEW = 5;

  /** So that all of them would take a minute, two at a time. */
  private static final Behaviour SLOW =
      Behaviour.seeded(1).with(Latency.fixed(Duration.ofMillis(300)));

  @TempDir private Path folder;
  private Path urls = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void nameFiles() {
    urls = folder.resolve("urls.txt");
    out = folder.resolve("out.csv");
  }

  private Process launched() throws IOException {
    return new ProcessBuilder(
            ChildJava.command(
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                Quintet.class,
                "harvest",
                urls.toString(),
                "-o",
                out.toString(),
                "--limit",
                "2"))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(folder.resolve("said.txt").toFile()))
        .start();
  }

  /** Starts one, and tells it to end after a few rows. */
  private int exitCodeOfTerminated() throws IOException, InterruptedException {
    var process = launched();
    try {
      await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> !process.isAlive() || (Files.exists(out) && text().lines().count() > FEW));
      process.destroy();
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  private String text() throws IOException {
    return Files.readString(out);
  }

  /** Of the rows, each of which is whole and ok, and of another address. */
  private List<String> addresses() throws IOException {
    var lines = text().lines().toList();
    assertEquals("url,status,attempts,milliseconds,bytes,error", lines.getFirst());
    var rows = lines.subList(1, lines.size());
    for (var row : rows) {
      assertTrue(row.matches("http://[^,]+,200,1,\\d+,\\d+,"), row);
    }
    assertTrue(text().endsWith("\r\n"), text());
    var addresses = rows.stream().map(row -> row.substring(0, row.indexOf(','))).toList();
    assertEquals(addresses.size(), new HashSet<>(addresses).size(), addresses.toString());
    return addresses;
  }

  @Test
  void theCsvIsWholeAfterSigtermAndResumeCompletesIt() throws Exception {
    var asked = new HashSet<String>();
    var server = ApiServer.start(SLOW);
    try (server) {
      IntStream.rangeClosed(1, ADDRESSES)
          .mapToObj(server::uri)
          .map(URI::toString)
          .forEach(asked::add);
      Files.write(urls, asked);
      assertEquals(
          TERMINATED, exitCodeOfTerminated(), Files.readString(folder.resolve("said.txt")));
    }
    var before = addresses();
    assertTrue(before.size() >= FEW && before.size() < ADDRESSES, before.toString());

    try (var fast = ApiServer.start(Behaviour.seeded(1), server.address())) {
      var session = Session.of(folder, "harvest", urls, "-o", out, "--resume");
      assertEquals(0, session.exitCode(), session.err());
      assertEquals(ADDRESSES - before.size(), fast.account().requests());
    }
    assertEquals(asked, new HashSet<>(addresses()));
  }
}
