package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import quintet.suite.cli.Terminal;

/** The user's browser, by the command that each system has for it. */
final class DefaultBrowser {

  private DefaultBrowser() {}

  /** Opens the page; where there is no browser, the user is told and has its path. */
  static void show(Path page, Terminal terminal) {
    var uri = page.toAbsolutePath().toUri().toString();
    var command = command(System.getProperty("os.name").toLowerCase(Locale.ROOT), uri);
    try {
      var _ = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      terminal.note("cannot open a browser (" + command.getFirst() + " is not there); see " + page);
    }
  }

  static List<String> command(String system, String uri) {
    if (system.contains("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", uri);
    }
    return List.of(system.contains("mac") ? "open" : "xdg-open", uri);
  }
}
