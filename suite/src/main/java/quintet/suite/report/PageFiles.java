package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import quintet.suite.results.RunFolder;

/** Writes a page in both its forms. */
final class PageFiles {

  private PageFiles() {}

  /** Returns the page in HTML. */
  static Path write(
      Path folder, String name, String html, String markdown, Map<String, String> figures)
      throws IOException {
    Files.createDirectories(folder);
    var page = folder.resolve(name + ".html");
    RunFolder.writeText(page, html);
    RunFolder.writeText(folder.resolve(name + ".md"), markdown);
    for (var figure : figures.entrySet()) {
      var place = Files.createDirectories(folder.resolve(ReportPage.FIGURES));
      RunFolder.writeText(place.resolve(figure.getKey()), figure.getValue());
    }
    return page;
  }
}
