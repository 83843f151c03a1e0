package quintet.suite.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jcstress.util.TestLineReader;
import quintet.suite.InputException;
import quintet.suite.proofs.ProofCase.Sabotage;
import quintet.suite.proofs.ProofCase.StressTest;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/** The proofs on the class path. */
final class Proofs {

  /** Where jcstress writes down its tests: one such file in every module that has some. */
  private static final String TEST_LIST = "META-INF/TestList";

  private static final int MOST_SUGGESTIONS = 3;

  private final List<String> testList;
  private final List<ProofCase> cases;

  private Proofs(List<String> testList, List<ProofCase> cases) {
    this.testList = testList;
    this.cases = cases;
  }

  /** Finds them all, sorted by name. A test without a claim is an error: it would not be graded. */
  static Proofs find(ClassLoader loader) throws IOException {
    var testList = new ArrayList<String>();
    for (var list : loader.resources(TEST_LIST).distinct().toList()) {
      try (var lines = new BufferedReader(new InputStreamReader(list.openStream(), UTF_8))) {
        lines.lines().filter(line -> new TestLineReader(line).isCorrect()).forEach(testList::add);
      }
    }
    return new Proofs(testList, cases(testList, loader));
  }

  private static List<ProofCase> cases(List<String> testList, ClassLoader loader) {
    var tests = new HashMap<Class<?>, StressTest>();
    for (var line : testList) {
      var reader = new TestLineReader(line);
      var name = reader.nextString();
      var type = load(reader.nextString(), loader);
      reader.nextString(); // the generated runner
      reader.nextString(); // the description
      tests.put(type, new StressTest(name, reader.nextInt()));
    }
    var withoutClaim = new HashSet<>(tests.keySet());
    var cases = new ArrayList<ProofCase>();
    for (var type : tests.keySet()) {
      var proof = type.getAnnotation(Proof.class);
      if (proof != null) {
        withoutClaim.remove(type);
        Stream.of(proof.twin()).forEach(withoutClaim::remove);
        cases.add(proofCase(type, proof, tests));
      }
    }
    if (!withoutClaim.isEmpty()) {
      throw new IllegalStateException("neither a proof nor the twin of one: " + withoutClaim);
    }
    cases.sort(Comparator.comparing(ProofCase::name));
    return List.copyOf(cases);
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProofCase proofCase(Class<?> type, Proof proof, Map<Class<?>, StressTest> tests) {
    var twins = Stream.of(proof.twin()).map(twin -> sabotage(twin, tests)).toList();
    if (twins.isEmpty()) {
      throw new IllegalStateException(type + " names no twin");
    }
    var name = module(type) + "/" + type.getSimpleName();
    return new ProofCase(name, test(type, tests), proof.claim(), proof.minimumSamples(), twins);
  }

  private static Sabotage sabotage(Class<?> type, Map<Class<?>, StressTest> tests) {
    var twin = type.getAnnotation(Twin.class);
    if (twin == null) {
      throw new IllegalStateException(type + " is named as a twin and does not say that it is one");
    }
    return new Sabotage(
        test(type, tests), twin.without(), twin.atLeast(), twin.minimumSamples(), twin.allowedBy());
  }

  private static StressTest test(Class<?> type, Map<Class<?>, StressTest> tests) {
    return Objects.requireNonNull(tests.get(type), () -> type + " is no jcstress test");
  }

  /** {@code quintet.locks.proofs} belongs to the module {@code locks}. */
  private static String module(Class<?> type) {
    return type.getPackageName().replaceFirst("^quintet\\.", "").replaceFirst("\\..*", "");
  }

  List<ProofCase> all() {
    return cases;
  }

  /** What the harness reads: it would take the first list on the class path for the only one. */
  List<String> testList() {
    return testList;
  }

  /**
   * Those that the user means: by module, or by any part of the name of the proof or of a twin.
   *
   * @throws InputException if a name means none
   */
  List<ProofCase> named(List<String> names) {
    for (var name : names) {
      if (cases.stream().noneMatch(one -> isMeant(one, name))) {
        throw new InputException(
            "no proof is named '" + name + "'; near it: " + String.join(", ", near(name)));
      }
    }
    return names.isEmpty()
        ? cases
        : cases.stream()
            .filter(one -> names.stream().anyMatch(name -> isMeant(one, name)))
            .toList();
  }

  private static boolean isMeant(ProofCase one, String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(one.name()), one.tests().map(StressTest::name))
        .anyMatch(known -> known.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private List<String> near(String name) {
    return cases.stream()
        .map(ProofCase::name)
        .sorted(Comparator.comparingInt(known -> -commonPairs(known, name)))
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  /** How many pairs of neighbouring letters of {@code name} are in {@code known} as well. */
  private static int commonPairs(String known, String name) {
    var letters = known.toLowerCase(Locale.ROOT);
    int common = 0;
    for (int i = 0; i + 2 <= name.length(); i++) {
      if (letters.contains(name.substring(i, i + 2).toLowerCase(Locale.ROOT))) {
        common++;
      }
    }
    return common;
  }
}
