package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary;

/**
 * The report of one run: an HTML file that needs no other, and Markdown with its figures beside it.
 *
 * <p>Nothing in it depends on the time or the place: equal arguments give equal bytes, so that a
 * report can be checked by rendering it again. Immutable, and safe for use by several threads.
 */
public final class ReportPage {

  /** The folder of the figures, beside the Markdown. */
  public static final String FIGURES = "figures";

  private final Page page;

  private ReportPage(Page page) {
    this.page = page;
  }

  /**
   * The report of this run.
   *
   * @param environment where the run was made, in the order in which it is to be printed
   * @param physicalCores 0 if unknown
   * @param rawJson the run's {@code raw.json}, for the reader to save
   */
  public static ReportPage of(
      Summary summary, List<Fact> environment, int physicalCores, byte[] rawJson) {
    var machine = new Machine(summary, environment, physicalCores);
    var downloads =
        List.of(
            Download.of("raw.json", rawJson), Download.of("summary.json", Download.json(summary)));
    return new ReportPage(
        new Page(
            "Performance report",
            summary.run(),
            facts(machine),
            List.of(voice(null, summary)),
            new RunSections(machine).all(),
            downloads,
            List.of(summary.plan().commandWithRounds())));
  }

  /** {@code report.html}: all of it in one file. */
  public String html() {
    return Templates.html(page);
  }

  /** {@code report.md}; it expects {@link #figures()} in the folder {@link #FIGURES} beside it. */
  public String markdown() {
    return Templates.markdown(page);
  }

  /** The SVG of each figure by its file's name. Takes a second or two. */
  public Map<String, String> figures() {
    return Drawing.svg(page.figures());
  }

  static Page.Voice voice(@Nullable String machine, Summary summary) {
    var trust = summary.trust();
    return new Page.Voice(machine, trust.withheld(), trust.doubts(), summary.verdict());
  }

  private static List<Fact> facts(Machine machine) {
    var summary = machine.summary();
    var plan = summary.plan();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Started", Words.time(plan.startedAt())));
    facts.add(new Fact("Depth", plan.depth()));
    facts.add(
        new Fact(
            "Rounds",
            summary.rounds() == plan.rounds()
                ? Numbers.count(plan.rounds())
                : Numbers.count(summary.rounds()) + " of " + Numbers.count(plan.rounds())));
    facts.add(
        new Fact(
            "Fork",
            "%d warm-ups and %d iterations of %s"
                .formatted(
                    plan.warmUps(),
                    plan.iterations(),
                    Numbers.nanos(plan.iterationMillis() * 1e6))));
    facts.add(new Fact("JMH blackhole", plan.blackhole().toLowerCase(Locale.ROOT)));
    facts.add(new Fact("Confidence", Numbers.plain(summary.confidencePercent()) + " %"));
    if (machine.physicalCores() > 0) {
      facts.add(new Fact("Physical cores", Numbers.count(machine.physicalCores())));
    }
    return facts;
  }
}
