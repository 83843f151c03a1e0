package quintet.suite.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** An installed Chromium without a window and without a network. Nothing is downloaded. */
final class Browser implements AutoCloseable {

  static final String MISSING =
      "no Chromium with its driver on the PATH;"
          + " on Debian: apt-get install chromium chromium-driver";

  /** The page hears of a change before the next frame. */
  private static final String NEXT_FRAME =
      "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";

  private static final int HEIGHT = 900;
  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

  /** It warns that it does not know the newest protocol, of which little is used here. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Empty where none is installed. */
  static Optional<Browser> installed() {
    var binary = onPath("chromium", "chromium-browser", "google-chrome");
    var executable = onPath("chromedriver");
    if (binary.isEmpty() || executable.isEmpty()) {
      return Optional.empty();
    }
    SELENIUM.setLevel(Level.SEVERE);
    var options = new ChromeOptions();
    options.setBinary(binary.get());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking");
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(executable.get())
            .usingAnyFreePort()
            .build();
    return Optional.of(new Browser(new ChromeDriver(service, options)));
  }

  private static Optional<File> onPath(String... names) {
    var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
    return Stream.of(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /** Opens a file, offline, in a window so many pixels wide. */
  void open(Path page, int width, String colors, String medium) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    emulate(colors, medium);
    driver.get(page.toUri().toString());
  }

  /**
   * Changes what the open page is shown on.
   *
   * @param colors light or dark
   * @param medium screen or print
   */
  void emulate(String colors, String medium) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
    driver.executeAsyncScript(NEXT_FRAME);
  }

  Object run(String script, Object... arguments) {
    var result = driver.executeScript(script, arguments);
    return result == null ? "" : result;
  }

  long number(String script, Object... arguments) {
    return ((Number) run(script, arguments)).longValue();
  }

  /** What the page and the browser complained of since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(Object::toString)
        .toList();
  }

  /** What was asked for since the last call, without data that was inside the page. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .flatMap(message -> URL.matcher(message).results())
        .map(match -> match.group(1))
        .filter(url -> !url.startsWith("data:"))
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
