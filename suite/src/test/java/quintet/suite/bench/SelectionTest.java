package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;
import quintet.workloads.Staff;

final class SelectionTest {

  private static final int CORES = Staff.perCore().workers();

  @Test
  void theSweepHasOneTheCoresAndTheirDouble() {
    var workers = workers(variants(Depth.STANDARD, "catalog"));
    assertTrue(workers.containsAll(Set.of(1, CORES)), workers::toString);
    assertTrue(workers.last() <= 2 * CORES && 2 * workers.last() > 2 * CORES, workers::toString);
  }

  @Test
  void theSweepDoublesButForTheCores() {
    var workers = workers(variants(Depth.STANDARD, "catalog"));
    workers.remove(CORES);
    assertTrue(workers.stream().allMatch(n -> Integer.bitCount(n) == 1), workers::toString);
  }

  @Test
  void aQuickRunHasAsManyWorkersAsCores() {
    assertEquals(Set.of(CORES), workers(variants(Depth.QUICK, "catalog")));
  }

  @Test
  void workersThatAreAskedForAreTakenOnceAndInOrder() {
    assertEquals(
        List.of(3, 7),
        List.copyOf(workers(variants(Depth.STANDARD, "catalog", "--threads", "7,3,7"))));
  }

  @Test
  void aQuickRunHasOneGroupOfEachPiece() {
    var variants = variants(Depth.QUICK);
    for (var piece : Variants.knownPieces()) {
      var groups =
          variants.stream()
              .filter(variant -> variant.piece().equals(piece) && variant.kind() == Kind.MODEL)
              .map(Variant::group)
              .collect(Collectors.toSet());
      assertTrue(groups.size() <= 1, groups::toString);
    }
  }

  @Test
  void whatAParameterMayBeIsWhatTheBenchmarksSay() {
    var groups =
        variants(Depth.QUICK, "catalog", "--param", "work=titles,Validated", "--input", "many")
            .stream()
            .filter(variant -> variant.kind() == Kind.MODEL)
            .map(Variant::group)
            .collect(Collectors.toSet());
    assertEquals(Set.of("titles, 16 files", "validated, 16 files"), groups);
  }

  @Test
  void aFilteredModelBringsItsBaselineTheControlAndThePlant() {
    var kinds =
        variants(Depth.QUICK, "catalog", "--filter", "pipeline").stream()
            .map(Variant::kind)
            .collect(Collectors.toSet());
    assertTrue(kinds.containsAll(Set.of(Kind.MODEL, Kind.CONTROL, Kind.PLANT)), kinds::toString);
  }

  @Test
  void everyVariantHasAnIdOfItsOwn() {
    var variants = variants(Depth.THOROUGH, "--peers", "--limits", "--lessons", "--latency");
    assertEquals(variants.size(), variants.stream().map(Variant::id).distinct().count());
  }

  @Test
  void whatIsComparedIsComparedWithOneOfTheSameRun() {
    var variants = variants(Depth.THOROUGH, "--peers", "--limits", "--lessons", "--latency");
    var ids = variants.stream().map(Variant::id).collect(Collectors.toSet());
    assertTrue(
        variants.stream().allMatch(it -> it.baseline() == null || ids.contains(it.baseline())));
  }

  /** Of the models, but for the loop: it has one. */
  private static NavigableSet<Integer> workers(List<Variant> variants) {
    return variants.stream()
        .filter(variant -> variant.kind() == Kind.MODEL && variant.baseline() != null)
        .map(Variant::workers)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Variant> variants(Depth depth, String... arguments) {
    var command = new Holder();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command.selection.variants(depth);
  }

  @Command
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private static final class Holder {
    @Mixin private Selection selection;
  }
}
