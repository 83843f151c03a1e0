package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs of several machines side by side. No number is made of two machines' numbers.
 *
 * <p>As {@link ReportPage}, equal arguments give equal bytes.
 */
public final class MergedPage {

  private final Page page;

  private MergedPage(Page page) {
    this.page = page;
  }

  /**
   * The report of these.
   *
   * @param machines in the order in which they are to stand
   * @throws IllegalArgumentException if there is none
   */
  public static MergedPage of(List<Machine> machines) {
    if (machines.isEmpty()) {
      throw new IllegalArgumentException("no machine");
    }
    var sections = new MergedSections(machines);
    var voices = new ArrayList<Page.Voice>();
    var facts = new ArrayList<Fact>();
    var downloads = new ArrayList<Download>();
    for (int i = 0; i < machines.size(); i++) {
      var summary = machines.get(i).summary();
      var name = MergedSections.name(i);
      voices.add(ReportPage.voice(name, summary));
      facts.add(new Fact(name, sections.description(i)));
      downloads.add(
          Download.inside(Words.slug("summary " + name) + ".json", Download.json(summary)));
    }
    var commands =
        machines.stream().map(m -> m.summary().plan().commandWithRounds()).distinct().toList();
    return new MergedPage(
        new Page(
            "Performance report",
            Words.plural(machines.size(), "machine") + " side by side",
            facts,
            voices,
            sections.all(),
            downloads,
            commands));
  }

  /** All of it in one file. */
  public String html() {
    return Templates.html(page);
  }

  /** It expects {@link #figures()} in the folder {@link ReportPage#FIGURES} beside it. */
  public String markdown() {
    return Templates.markdown(page);
  }

  /** The SVG of each figure by its file's name. */
  public Map<String, String> figures() {
    return Drawing.svg(page.figures());
  }
}
