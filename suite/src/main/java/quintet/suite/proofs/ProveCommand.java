package quintet.suite.proofs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.proofs.ProofCase.StressTest;

/** {@code quintet prove}: puts the models' claims to the test, each beside its sabotaged twin. */
@Command(
    name = "prove",
    description = {
      "Put the claims about threads to the test, each beside a sabotaged twin.",
      "A proof whose twin does not go wrong is void. Exit code 1 unless all claims hold."
    })
public final class ProveCommand implements Callable<Integer> {

  private final PrintStream out;
  private final PrintStream err;
  private final boolean animated;
  private final Path home;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Proofs to run: a module, or any part of a name. Default: all.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--quick",
      description = "About 2 s a test; longer where that showed too little (default).")
  private boolean quick;

  @Option(names = "--standard", description = "About 7 s a test: all pairs of compilers.")
  private boolean standard;

  @Option(names = "--thorough", description = "Minutes a test.")
  private boolean thorough;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--list", description = "List the proofs and what they claim; run nothing.")
  private boolean list;

  /**
   * The command.
   *
   * @param animated whether a line on {@code err} can be drawn over
   * @param home the project's folder, for the logs
   */
  public ProveCommand(PrintStream out, PrintStream err, boolean animated, Path home) {
    this.out = out;
    this.err = err;
    this.animated = animated;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var proofs = Proofs.find(ProveCommand.class.getClassLoader());
    if (proofs.all().isEmpty()) {
      err.println("quintet: there is no proof on the class path");
      return 1;
    }
    var chosen = proofs.named(names);
    return list ? listed(chosen) : proved(chosen, proofs.testList());
  }

  private int listed(List<ProofCase> chosen) {
    if (json) {
      printJson(chosen);
    } else {
      for (var proof : chosen) {
        out.println(proof.name());
        out.println("  " + proof.claim());
        proof.twins().forEach(twin -> out.println("  twin without " + twin.without()));
      }
    }
    return 0;
  }

  private int proved(List<ProofCase> chosen, List<String> testList)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var evidence = new Evidence(Runtime.getRuntime().availableProcessors());
    var depth = depth();
    var logs = new ArrayList<String>();
    logs.add(look(chosen, testList, depth, evidence));
    var blind = evidence.worthAnotherLook(chosen);
    if (depth == Depth.QUICK && !blind.isEmpty()) {
      blind.forEach(proof -> err.println("quintet: a longer look at " + proof.name()));
      logs.add(look(blind, testList, Depth.EACH_COMPILER, evidence));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    var grades = evidence.grades(chosen);
    if (json) {
      printJson(grades);
    } else {
      ProofTable.lines(grades).forEach(out::println);
      out.println(summary(grades, seconds));
    }
    boolean passed = grades.stream().allMatch(Grade::passes);
    if (!passed) {
      err.println(
          "quintet: not all claims hold, or not all were tested; log: " + String.join(", ", logs));
    }
    return passed ? 0 : 1;
  }

  /** Returns where the log is. */
  private String look(List<ProofCase> proofs, List<String> testList, Depth depth, Evidence evidence)
      throws IOException, InterruptedException {
    var tests = proofs.stream().flatMap(ProofCase::tests).map(StressTest::name).distinct().toList();
    var watch = new Watch(err, animated, tests.size() * depth.forks());
    var run = new ProofRun(RunFolders.create(home), watch);
    var observations = run.observe(tests.stream(), testList, depth);
    evidence.add(observations, watch.seconds());
    return run.log().toString();
  }

  private Depth depth() {
    if (quick ? standard || thorough : standard && thorough) {
      throw new InputException("--quick, --standard and --thorough exclude each other");
    }
    return thorough ? Depth.THOROUGH : standard ? Depth.STANDARD : Depth.QUICK;
  }

  private static String summary(List<Grade> grades, double seconds) {
    return String.format(
        Locale.ROOT,
        "%d of %d claims without a bad outcome, in %.0f s",
        grades.stream().filter(Grade::passes).count(),
        grades.size(),
        seconds);
  }

  private void printJson(Object value) {
    try {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
