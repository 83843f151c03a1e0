package quintet.suite.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import quintet.suite.InputException;
import quintet.suite.results.Fork;
import quintet.suite.results.Plan;
import quintet.suite.results.RawRun;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Variant;

/**
 * The run as far as it is measured. Each fork is on the disk when the next one begins, so whatever
 * ends the process ends only the fork that was running. Confined to one thread.
 */
final class Recording {

  private final RunFolder folder;
  private Plan plan;
  private final List<Variant> variants;
  private final List<Fork> forks;
  private final Set<String> measured = new HashSet<>();
  private final ArrayNode jmh;

  /** A new one; nothing is written yet. */
  Recording(RunFolder folder, Plan plan, List<Variant> variants) {
    this(folder, new RawRun(RawRun.FORMAT, plan, variants, List.of()), newArray());
  }

  private Recording(RunFolder folder, RawRun raw, ArrayNode jmh) {
    this.folder = folder;
    plan = raw.plan();
    variants = raw.variants();
    forks = new ArrayList<>(raw.forks());
    forks.forEach(fork -> measured.add(key(fork.variant(), fork.round())));
    this.jmh = jmh;
  }

  /** Goes on with a run that was stopped, or that is to have more rounds. */
  static Recording resume(RunFolder folder, RawRun raw) throws IOException {
    var jmh =
        Files.exists(folder.jmhJson())
            ? RunFolder.read(folder.jmhJson(), ArrayNode.class)
            : newArray();
    int forks = raw.forks().size();
    if (jmh.size() < forks) {
      throw new InputException(
          folder.jmhJson() + ": has " + jmh.size() + " forks, and raw.json has " + forks);
    }
    while (jmh.size() > forks) { // the process ended between the two
      jmh.remove(jmh.size() - 1);
    }
    return new Recording(folder, raw, jmh);
  }

  private static ArrayNode newArray() {
    return new ObjectMapper().createArrayNode();
  }

  /** Writes what is to be measured, so that the run can be resumed from its first second on. */
  void begin() throws IOException {
    if (Files.notExists(folder.raw())) {
      write();
    }
  }

  /** Nothing is left to be measured: what was planned, by the clock too, is what there is. */
  void end() throws IOException {
    if (plan.rounds() != rounds()) {
      plan = plan.withRounds(rounds());
      write();
    }
  }

  RunFolder folder() {
    return folder;
  }

  Plan plan() {
    return plan;
  }

  List<Variant> variants() {
    return variants;
  }

  /** Whether the fork of that turn is measured. */
  boolean has(Schedule.Turn turn) {
    return measured.contains(key(turn.variant().id(), turn.round()));
  }

  private static String key(String variant, int round) {
    return round + " " + variant;
  }

  boolean isEmpty() {
    return forks.isEmpty();
  }

  /** How many rounds have begun. */
  int rounds() {
    return forks.stream().mapToInt(Fork::round).max().orElse(0);
  }

  private RawRun raw() {
    return new RawRun(RawRun.FORMAT, plan, variants, forks);
  }

  /** Adds a fork and writes all so far. */
  void add(Fork fork, RunResult result) throws IOException {
    forks.add(fork);
    measured.add(key(fork.variant(), fork.round()));
    jmh.addAll(ownWords(result));
    write();
  }

  /** The raw data last: a fork counts when it is there, and JMH has said no less than that. */
  private void write() throws IOException {
    RunFolder.write(folder.jmhJson(), jmh);
    RunFolder.write(folder.raw(), raw());
  }

  /** JMH's JSON, but for the paths: they tell whose machine it was. */
  private static ArrayNode ownWords(RunResult result) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var page = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, page).writeOut(List.of(result));
    var results = (ArrayNode) new ObjectMapper().readTree(bytes.toByteArray());
    for (var one : results) {
      var object = (ObjectNode) one;
      object.remove("jvm");
      var arguments = object.putArray("jvmArgs");
      Forks.FLAGS.forEach(arguments::add);
    }
    return results;
  }
}
