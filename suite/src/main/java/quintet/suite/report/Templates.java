package quintet.suite.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a page into the templates. All escaping is here. */
final class Templates {

  private static final String HTML = "report.html";
  private static final String MARKDOWN = "report.md";

  private Templates() {}

  static String html(Page page) {
    return render(HTML, Escapers.HTML, page);
  }

  static String markdown(Page page) {
    return render(MARKDOWN, Templates::escapeMarkdown, page);
  }

  private static String render(String name, Mustache.Escaper escaper, Page page) {
    return Mustache.compiler()
        .withEscaper(escaper)
        .emptyStringIsFalse(true)
        .withLoader(partial -> new StringReader(template(partial)))
        .compile(template(name))
        .execute(context(page));
  }

  private static String template(String name) {
    return Resources.text(name + ".mustache");
  }

  private static Map<String, Object> context(Page page) {
    return Map.of(
        "page",
        page,
        "light",
        Theme.LIGHT.css(),
        "dark",
        Theme.DARK.css(),
        "style",
        Resources.text("report.css"),
        "plotting",
        Resources.text(Resources.PLOTTING),
        "notice",
        Resources.text("echarts/NOTICE").strip(),
        "figures",
        Resources.text(Resources.FIGURES),
        "script",
        Resources.text("page.js"),
        "data",
        data(page));
  }

  /** For {@code page.js}; without a character that could end the element it stands in. */
  private static String data(Page page) {
    var figures = new LinkedHashMap<String, Figure.Data>();
    page.figures().forEach(figure -> figures.put(figure.id(), figure.data()));
    var data = new LinkedHashMap<String, Object>();
    data.put("light", Theme.LIGHT);
    data.put("dark", Theme.DARK);
    data.put("figures", figures);
    return json(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Text stays text, in a table's cell too. */
  private static String escapeMarkdown(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1")
        .replaceAll("\\R", " ");
  }
}
