package quintet.suite.report;

import java.util.List;

/**
 * The colours, once for the style sheet and for the figures.
 *
 * <p>The marks differ in lightness, too, so that who does not see red, green or blue can tell each
 * from every other; and each has a contrast of 3 to 1 at least with the paper.
 *
 * @param ink text
 * @param soft text that comes second
 * @param line rules and grids
 * @param paper the background
 * @param wash the background of boxes
 * @param warning of what must not be overlooked
 * @param marks by {@link Mark#index}
 */
record Theme(
    String ink,
    String soft,
    String line,
    String paper,
    String wash,
    String warning,
    List<String> marks) {

  static final Theme LIGHT =
      new Theme(
          "#1b2530",
          "#56616d",
          "#dde2e7",
          "#ffffff",
          "#f5f7f9",
          "#a3330b",
          List.of("#87919b", "#0086d6", "#c4600f", "#00694a", "#701c58"));

  static final Theme DARK =
      new Theme(
          "#e8ecf0",
          "#a3adb8",
          "#333d48",
          "#12171d",
          "#1b222a",
          "#ff9c73",
          List.of("#737d89", "#2f97ee", "#d8702a", "#35e3ac", "#f0b6dd"));

  /** As custom properties of a style sheet. */
  String css() {
    var css = new StringBuilder();
    property(css, "ink", ink);
    property(css, "soft", soft);
    property(css, "line", line);
    property(css, "paper", paper);
    property(css, "wash", wash);
    property(css, "warning", warning);
    for (int i = 0; i < marks.size(); i++) {
      property(css, "mark" + i, marks.get(i));
    }
    return css.toString();
  }

  private static void property(StringBuilder css, String name, String value) {
    css.append("--").append(name).append(": ").append(value).append("; ");
  }
}
