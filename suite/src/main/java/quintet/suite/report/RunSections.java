package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import quintet.suite.results.Kind;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Group;

/** What the report of one run contains, in its order. Sections without content are left out. */
final class RunSections {

  private final Machine machine;
  private final Summary summary;
  private final boolean withheld;
  private final List<Section> sections = new ArrayList<>();

  RunSections(Machine machine) {
    this.machine = machine;
    this.summary = machine.summary();
    this.withheld = summary.trust().isWithheld();
  }

  List<Section> all() {
    speedUps();
    scaling();
    throughput();
    comparison(Kind.PEER, "peers", "Peers", "Other libraries that do the same job.");
    comparison(
        Kind.LIMIT,
        "limits",
        "Limits",
        "What no implementation on this machine can be faster than.");
    comparison(
        Kind.LESSON,
        "lessons",
        "Lessons",
        "Designs that were tried and left out, and what they cost.");
    latency();
    costs();
    sections.add(TrustSection.of(summary));
    var facts = machine.facts();
    sections.add(
        new Section(
            "environment",
            "Environment",
            List.of(facts.isEmpty() ? Block.text("It was not recorded.") : Block.terms(facts))));
    sections.add(
        new Section(
            "how-to-read", "How to read this", List.of(Block.terms(Explanations.of(summary)))));
    return sections;
  }

  private List<Group> groups(Kind kind) {
    return summary.groups().stream().filter(group -> group.kind() == kind).toList();
  }

  private void speedUps() {
    var groups = groups(Kind.MODEL);
    if (!groups.isEmpty()) {
      var table = Block.table(new SpeedUpTable(groups).table());
      sections.add(new Section("speed-up", "Speed-up", List.of(table)));
    }
  }

  private void scaling() {
    var blocks = new ArrayList<Block>();
    for (var group : groups(Kind.MODEL)) {
      if (SpeedUpTable.workers(group).stream().noneMatch(workers -> workers > 0)) {
        continue;
      }
      var extent = Extent.of(List.of(group));
      var figure =
          ScalingFigure.of(
              id("scaling", group),
              Words.group(group),
              group,
              extent,
              machine.physicalCores(),
              withheld);
      blocks.add(Block.figure(figure));
      if (!ScalingTable.isEmpty(group)) {
        blocks.add(Block.table(ScalingTable.of(group)));
      }
    }
    add("scaling", "Speed-up over workers", blocks);
  }

  private void throughput() {
    var blocks = new ArrayList<Block>();
    for (var group : groups(Kind.MODEL)) {
      rates("throughput", group, blocks);
    }
    add("throughput", "Throughput", blocks);
  }

  private void rates(String prefix, Group group, List<Block> blocks) {
    if (RateFigure.isEmpty(group)) {
      return;
    }
    blocks.add(Block.figure(RateFigure.of(id(prefix, group), Words.group(group), group)));
    blocks.add(Block.table(RateTable.plain(group)));
  }

  /** Ratios where something is compared, and rates where nothing is. */
  private void comparison(Kind kind, String id, String title, String lead) {
    var blocks = new ArrayList<Block>();
    for (var group : groups(kind)) {
      if (SpeedUpTable.models(List.of(group)).isEmpty()) {
        rates(id, group, blocks);
      } else {
        blocks.add(
            Block.figure(RatioFigure.of(id(id, group), Words.group(group), group, withheld)));
        blocks.add(Block.table(RateTable.compared(group)));
      }
    }
    if (!blocks.isEmpty()) {
      blocks.addFirst(Block.text(lead));
    }
    add(id, title, blocks);
  }

  private void latency() {
    var blocks = new ArrayList<Block>();
    for (var group : groups(Kind.LATENCY)) {
      blocks.add(Block.figure(LatencyFigure.of(id("latency", group), Words.group(group), group)));
      blocks.add(Block.table(LatencyTable.of(group)));
    }
    add("latency", "Latency", blocks);
  }

  private void costs() {
    if (!CostTable.isEmpty(summary.groups())) {
      var table = Block.table(CostTable.of(summary.groups()));
      sections.add(new Section("cost", "What a unit costs", List.of(table)));
    }
  }

  private void add(String id, String title, List<Block> blocks) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(id, title, blocks));
    }
  }

  private static String id(String prefix, Group group) {
    return prefix + "-" + Words.slug(Words.group(group));
  }
}
