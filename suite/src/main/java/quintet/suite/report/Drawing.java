package quintet.suite.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/**
 * Draws figures without a browser: the same plotting library and the same {@code figures.js} as on
 * the page, in Rhino's interpreter. Each call begins anew, so that equal figures give equal bytes.
 */
final class Drawing {

  /** Where there is a browser, the library needs these; here they do nothing. */
  private static final String STUBS =
      "var console = {log: function () {}, warn: function () {}, error: function () {}};"
          + "function setTimeout() { return 0; } function clearTimeout() {}";

  private static final int WIDTH = 860;

  private Drawing() {}

  /** The SVG of each figure, by the name of its file. */
  static Map<String, String> svg(List<Figure> figures) {
    var drawn = new LinkedHashMap<String, String>();
    if (figures.isEmpty()) {
      return drawn;
    }
    try (var context = Context.enter()) {
      context.setInterpretedMode(true); // or else the library's largest functions do not compile
      context.setLanguageVersion(Context.VERSION_ES6);
      var scope = context.initSafeStandardObjects();
      run(context, scope, "stubs", STUBS);
      run(context, scope, Resources.PLOTTING, Resources.text(Resources.PLOTTING));
      run(context, scope, Resources.FIGURES, Resources.text(Resources.FIGURES));
      var draw =
          (Function)
              run(
                  context,
                  scope,
                  "draw",
                  "(function (data, theme, width) {"
                      + "return QuintetFigures.svg(echarts, JSON.parse(data), JSON.parse(theme), width);"
                      + "})");
      var theme = Templates.json(Theme.LIGHT);
      for (var figure : figures) {
        var arguments = new Object[] {Templates.json(figure.data()), theme, WIDTH};
        var svg = draw.call(context, scope, scope, arguments);
        drawn.put(figure.file(), Context.toString(svg) + "\n");
      }
    }
    return drawn;
  }

  private static Object run(Context context, Scriptable scope, String name, String script) {
    return context.evaluateString(scope, script, name, 1, null);
  }
}
