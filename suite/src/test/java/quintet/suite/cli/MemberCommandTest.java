package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a member from starting, each in one line. */
final class MemberCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path secret;

  @BeforeEach
  void makeSecret() throws IOException {
    secret = Files.writeString(folder.resolve("secret"), "correct horse battery staple");
  }

  private void assertRefused(String line, Object... options) {
    var arguments = new Object[options.length + 1];
    arguments[0] = "member";
    System.arraycopy(options, 0, arguments, 1, options.length);
    var session = Session.of(folder, arguments);

    assertEquals(2, session.exitCode(), session.err());
    assertEquals(1, session.errLines().size(), session.err());
    assertTrue(session.err().startsWith("quintet: " + line), session.err());
    assertEquals("", session.out());
  }

  @Test
  void aPortInUseIsTold() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          "cannot listen at 127.0.0.1:" + taken.getLocalPort() + ": ",
          "--port",
          taken.getLocalPort(),
          "--secret-file",
          secret);
    }
  }

  @Test
  void anAddressOfAnotherMachineIsTold() {
    assertRefused(
        "192.0.2.1 is no address of this machine", "--bind", "192.0.2.1", "--secret-file", secret);
    assertRefused(
        "0.0.0.0 is no address of this machine", "--bind", "0.0.0.0", "--secret-file", secret);
  }

  @Test
  void aMemberThatIsNotThereIsTold() throws IOException {
    int free;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = closed.getLocalPort();
    }
    assertRefused(
        "no member there: 127.0.0.1:" + free + ": ",
        "--port",
        0,
        "--join",
        "127.0.0.1:" + free,
        "--secret-file",
        secret);
  }

  @Test
  void badAddressesSecretsAndNumbersAreTold() throws IOException {
    assertRefused("'a:b': a port is a number", "--join", "a:b", "--secret-file", secret);
    assertRefused(
        folder.resolve("none") + ": no such file", "--secret-file", folder.resolve("none"));
    var empty = Files.createFile(folder.resolve("empty"));
    assertRefused(empty + ": a secret has at least 16 characters, not 0", "--secret-file", empty);
    assertRefused("--tasks must be 1 to 1024, not 0", "--tasks", 0, "--secret-file", secret);
    assertRefused("--port must be 0 to 65535, not -1", "--port", -1, "--secret-file", secret);
  }

  @Test
  void helpSaysWhatTheSecretDoesNotProtect() {
    var help = Session.of(folder, "member", "--help").out().replaceAll("\\s+", " ");

    assertTrue(help.contains("travel unencrypted"), help);
    assertTrue(help.contains("TLS is not in the engine's open edition"), help);
  }
}
