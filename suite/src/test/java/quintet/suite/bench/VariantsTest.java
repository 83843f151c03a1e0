package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quintet.suite.Models;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;

@SuppressWarnings("NullAway") // what is null here fails its test
final class VariantsTest {

  private static final Map<String, List<String>> ENTRIES_OF_ONE_FILE =
      Map.of("work", List.of("ENTRIES"), "input", List.of("ONE"));

  @Test
  void everyModelIsMeasured() {
    var models = models(variants("", List.of(2)).all());
    assertEquals(
        Set.copyOf(Models.labels()),
        models.stream().map(Variant::name).collect(Collectors.toSet()));
  }

  @Test
  void theBaselineIsMeasuredOnceWhateverElseIsWanted() {
    var names =
        models(variants("locks", List.of(2, 4)).all()).stream()
            .map(variant -> variant.name() + variant.workers())
            .toList();
    assertEquals(List.of("sequential1", "locks2", "locks4"), names);
  }

  @Test
  void everyVariantThatIsComparedComesWithItsBaseline() {
    var all = everything().all();
    var ids = all.stream().map(Variant::id).collect(Collectors.toSet());
    for (var variant : all) {
      assertTrue(variant.baseline() == null || ids.contains(variant.baseline()), variant.id());
    }
  }

  @Test
  void noTwoVariantsHaveTheSameName() {
    var all = everything().all();
    var ids = new HashSet<String>();
    all.forEach(variant -> assertTrue(ids.add(variant.id()), variant.id()));
  }

  @Test
  void everyRunHasAControlThatIsTheBaselineUnderAnotherName() {
    var all = variants("", List.of(2)).all();
    var control = only(all, Kind.CONTROL);
    var baseline = byId(all, control.baseline());
    assertEquals(baseline.benchmark(), control.benchmark());
    assertEquals(baseline.parameters(), control.parameters());
  }

  @Test
  void everyRunHasAPlantWithMoreWorkThanTheBaseline() {
    var all = variants("", List.of(2)).all();
    var plant = only(all, Kind.PLANT);
    assertEquals(5, plant.plantedPercent());
    assertEquals("5", plant.parameters().get(Variants.PLANTED_PERCENT));
    assertEquals("0", byId(all, plant.baseline()).parameters().get(Variants.PLANTED_PERCENT));
  }

  @Test
  void aFilterLeavesTheControlsAndTheCeilings() {
    var all = variants("pipeline", List.of(2)).all();
    assertEquals(
        Set.of("sequential", "pipeline", "ceiling", "sequential again", "sequential +5 %"),
        all.stream().map(Variant::name).collect(Collectors.toSet()));
  }

  @Test
  void aRunWithoutModelsHasTheControlsToo() {
    var all = variants(Set.of("catalog"), Set.of(Kind.PEER), "", List.of(2)).all();
    assertEquals(Kind.CONTROL, only(all, Kind.CONTROL).kind());
    assertEquals(1, models(all).size());
  }

  @Test
  void aPieceThatIsNotMeasuredHasNoControls() {
    var limits = Set.of(Kind.LIMIT);
    var all = variants(Variants.knownPieces(), limits, "catalog/limit", List.of(2)).all();
    assertEquals(Set.of("catalog"), all.stream().map(Variant::piece).collect(Collectors.toSet()));
  }

  @Test
  void aFilterThatMatchesNothingLeavesNothing() {
    assertEquals(List.of(), variants("no such thing", List.of(2)).all());
  }

  @Test
  void theCeilingIsMeasuredWithEveryNumberOfWorkersAndWithOne() {
    var ceilings =
        variants("", List.of(2, 4)).all().stream()
            .filter(variant -> variant.kind() == Kind.CEILING)
            .map(Variant::workers)
            .toList();
    assertEquals(List.of(1, 2, 4), ceilings);
  }

  @Test
  void idsAreFitForAFileName() {
    for (var variant : everything().all()) {
      assertTrue(variant.id().matches("[a-z0-9/@-]+"), variant.id());
    }
  }

  private static Variants variants(String filter, List<Integer> sweep) {
    return variants(Set.of("catalog"), EnumSet.of(Kind.MODEL, Kind.CEILING), filter, sweep);
  }

  private static Variants variants(
      Set<String> pieces, Set<Kind> kinds, String filter, List<Integer> sweep) {
    return new Variants(
        pieces,
        kinds,
        Depth.STANDARD,
        ENTRIES_OF_ONE_FILE,
        sweep,
        List.of(),
        2,
        Pattern.compile(filter));
  }

  private static Variants everything() {
    return new Variants(
        Variants.knownPieces(),
        EnumSet.allOf(Kind.class),
        Depth.THOROUGH,
        Map.of(),
        List.of(1, 2),
        List.of(1, 64),
        2,
        Pattern.compile(""));
  }

  private static List<Variant> models(List<Variant> all) {
    return all.stream().filter(variant -> variant.kind() == Kind.MODEL).toList();
  }

  private static Variant only(List<Variant> all, Kind kind) {
    var found = all.stream().filter(variant -> variant.kind() == kind).toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private static Variant byId(List<Variant> all, String id) {
    return all.stream().filter(variant -> variant.id().equals(id)).findFirst().orElseThrow();
  }
}
