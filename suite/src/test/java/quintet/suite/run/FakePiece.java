package quintet.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import quintet.suite.Models;

/** A piece whose answer is a word, and which keeps a diary. */
final class FakePiece implements Piece<String> {

  private final String name;
  private final Function<Models, String> answers;
  private final boolean once;

  /** What was called, in order. */
  final List<String> diary = new ArrayList<>();

  FakePiece(String name, boolean once, Function<Models, String> answers) {
    this.name = name;
    this.once = once;
    this.answers = answers;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String play(Models model, Progress progress) {
    diary.add(model.label());
    progress.at(1, 2);
    return answers.apply(model);
  }

  @Override
  public int threads(Models model, Progress progress) {
    diary.add("threads of " + model.label());
    return 3;
  }

  @Override
  public @Nullable String difference(String answer, String oracle) {
    return answer.equals(oracle) ? null : answer + " instead of " + oracle;
  }

  @Override
  public List<Measure> measures(String oracle) {
    return List.of(Measure.rate("words/s", "wordsPerSecond", "%.0f", 1));
  }

  @Override
  public String description(String oracle) {
    return "The word " + oracle + ".";
  }

  @Override
  public List<String> notes(String oracle) {
    return List.of("A note on " + name + ".");
  }

  @Override
  public Map<String, Object> facts(String oracle) {
    return Map.of("word", oracle);
  }

  @Override
  public boolean isBaselineOnce() {
    return once;
  }

  @Override
  public void close() {
    diary.add("closed");
  }

  /** Names this piece on a command line. */
  PieceCommand command() {
    return new Named(this);
  }

  @Command
  private static final class Named extends PieceCommand {
    private final FakePiece piece;

    Named(FakePiece piece) {
      this.piece = piece;
    }

    @Override
    Piece<?> piece(Setting setting) {
      return piece;
    }
  }
}
