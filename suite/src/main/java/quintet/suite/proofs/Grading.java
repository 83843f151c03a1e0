package quintet.suite.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.suite.proofs.Grade.TwinGrade;
import quintet.suite.proofs.Grade.Verdict;
import quintet.suite.proofs.ProofCase.Sabotage;
import quintet.suite.proofs.ProofCase.StressTest;

/**
 * Grades proofs by what was observed. A pure function: the harness's own verdict is not used, since
 * it takes a test that did not run for one that passed.
 */
final class Grading {

  /** A verdict other than {@link Verdict#NOT_SEEN}, and why. */
  private record Objection(Verdict verdict, String reason) {}

  private final Map<String, Observation> observed;
  private final Map<String, Double> seconds;
  private final int cores;

  /**
   * What there is to grade by.
   *
   * @param observed by the name of the test
   * @param seconds by the name of the test
   * @param cores of the machine
   */
  Grading(Map<String, Observation> observed, Map<String, Double> seconds, int cores) {
    this.observed = observed;
    this.seconds = seconds;
    this.cores = cores;
  }

  Grade grade(ProofCase proof) {
    var objection = objection(proof);
    var own = observed.get(proof.test().name());
    return new Grade(
        proof.name(),
        proof.claim(),
        objection == null ? Verdict.NOT_SEEN : objection.verdict(),
        objection == null ? "" : objection.reason(),
        own == null ? 0 : own.samples(),
        proof.twins().stream().map(this::grade).toList(),
        proof.tests().mapToDouble(test -> seconds.getOrDefault(test.name(), 0.0)).sum());
  }

  private TwinGrade grade(Sabotage twin) {
    var own = observed.get(twin.test().name());
    long seen = own == null ? 0 : own.interesting();
    return new TwinGrade(
        twin.without(),
        seen,
        own == null ? 0 : own.samples(),
        seen < twin.atLeast() ? twin.allowedBy() : "");
  }

  /** The gravest of the objections: a bad outcome outweighs all that went wrong beside it. */
  private @Nullable Objection objection(ProofCase proof) {
    var own = observed.get(proof.test().name());
    if (own != null && own.forbidden() > 0) {
      return new Objection(
          Verdict.REFUTED,
          count(own.forbidden()) + " samples: " + String.join("; ", own.forbiddenOutcomes()));
    }
    var shortcomings = new ArrayList<String>();
    shortcomings.addAll(shortcomings("the proof", proof.test(), proof.minimumSamples()));
    for (var twin : proof.twins()) {
      shortcomings.addAll(
          shortcomings("the twin without " + twin.without(), twin.test(), twin.minimumSamples()));
    }
    if (!shortcomings.isEmpty()) {
      return new Objection(Verdict.NOT_TESTED, String.join("; ", shortcomings));
    }
    return proof.twins().stream()
        .filter(twin -> twin.allowedBy().isEmpty() && grade(twin).seen() < twin.atLeast())
        .map(this::unseen)
        .findFirst()
        .orElse(null);
  }

  private Objection unseen(Sabotage twin) {
    return new Objection(
        Verdict.VOID,
        "the twin without %s showed the bad outcome in %s of %s samples, at least %s are demanded"
            .formatted(
                twin.without(),
                count(grade(twin).seen()),
                count(grade(twin).samples()),
                count(twin.atLeast())));
  }

  private List<String> shortcomings(String who, StressTest test, long minimumSamples) {
    var own = observed.get(test.name());
    if (own == null) {
      return List.of(
          test.actors() > cores
              ? "%s needs %d cores, this machine has %d".formatted(who, test.actors(), cores)
              : who + " did not run");
    }
    var shortcomings = new ArrayList<String>();
    own.errors().forEach(error -> shortcomings.add(who + " ended with " + error));
    // In a twin: it goes wrong in a way that is not the one it was made for.
    own.forbiddenOutcomes().forEach(outcome -> shortcomings.add(who + " showed " + outcome));
    if (own.samples() < minimumSamples) {
      shortcomings.add(
          "%s has %s samples, at least %s are demanded"
              .formatted(who, count(own.samples()), count(minimumSamples)));
    }
    return shortcomings;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
