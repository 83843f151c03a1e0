package quintet.suite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Kind;
import quintet.suite.results.Summary.Group;

/** What the report of several machines contains: the same groups, a block of columns a machine. */
final class MergedSections {

  private final List<Machine> machines;

  MergedSections(List<Machine> machines) {
    this.machines = List.copyOf(machines);
  }

  /** Machines have letters, as long as there are letters. */
  static String name(int machine) {
    return machine < 26 ? "Machine " + (char) ('A' + machine) : "Machine " + (machine + 1);
  }

  /** In a few words. */
  String description(int machine) {
    var it = machines.get(machine);
    var cores = it.physicalCores() > 0 ? Words.plural(it.physicalCores(), "physical core") : "";
    return (cores.isEmpty() ? "" : cores + ", ") + "run " + it.summary().run();
  }

  List<Section> all() {
    var merged = new MergedTables(machines);
    var sections = new ArrayList<Section>();
    var tables = new ArrayList<Block>();
    var scaling = new ArrayList<Block>();
    var rates = new ArrayList<Block>();
    for (var entry : groups().entrySet()) {
      tables.add(Block.table(merged.speedUps(entry.getKey(), entry.getValue())));
      scaling.addAll(Block.sideBySide(scaling(entry.getKey(), entry.getValue())));
      rates.addAll(Block.sideBySide(rates(entry.getKey(), entry.getValue())));
    }
    if (!tables.isEmpty()) {
      sections.add(new Section("speed-up", "Speed-up", tables));
      sections.add(new Section("scaling", "Speed-up over workers", scaling));
      sections.add(new Section("throughput", "Throughput", rates));
    }
    sections.add(
        new Section("environment", "Environments", List.of(Block.table(merged.environments()))));
    sections.add(
        new Section(
            "how-to-read",
            "How to read this",
            List.of(Block.terms(Explanations.of(machines.getFirst().summary())))));
    return sections;
  }

  /** By what the machines have in common; null where a machine has no such group. */
  private Map<String, List<@Nullable Group>> groups() {
    var keys = new LinkedHashSet<String>();
    machines.forEach(machine -> models(machine).forEach(group -> keys.add(Words.group(group))));
    var groups = new LinkedHashMap<String, List<@Nullable Group>>();
    for (var key : keys) {
      var found = new ArrayList<@Nullable Group>();
      for (var machine : machines) {
        found.add(
            models(machine).stream()
                .filter(group -> Words.group(group).equals(key))
                .findFirst()
                .orElse(null));
      }
      groups.put(key, found);
    }
    return groups;
  }

  private static List<Group> models(Machine machine) {
    return machine.summary().groups().stream().filter(group -> group.kind() == Kind.MODEL).toList();
  }

  private List<Figure> scaling(String title, List<@Nullable Group> groups) {
    var extent = Extent.of(present(groups));
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      if (group != null) {
        var machine = machines.get(i);
        figures.add(
            ScalingFigure.of(
                id("scaling", title, i),
                name(i) + " \u2013 " + title,
                group,
                extent,
                machine.physicalCores(),
                machine.summary().trust().isWithheld()));
      }
    }
    return figures;
  }

  private static List<Figure> rates(String title, List<@Nullable Group> groups) {
    var highest = RateFigure.highest(present(groups));
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      if (group != null) {
        figures.add(
            RateFigure.of(
                id("throughput", title, i), name(i) + " \u2013 " + title, group, highest));
      }
    }
    return figures;
  }

  private static List<Group> present(List<@Nullable Group> groups) {
    return groups.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  private static String id(String prefix, String title, int machine) {
    return Words.slug(prefix + " " + title + " " + name(machine));
  }
}
