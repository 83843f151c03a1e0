package quintet.suite.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/**
 * A piece of work on the command line: a subcommand of {@code quintet run} that holds the options
 * of this piece alone. A new piece is one more of these in {@link RunCommand}.
 *
 * <p>Its options have their defaults as initial values: where all pieces are played, nothing parses
 * them.
 */
abstract class PieceCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunCommand run;

  /**
   * The piece as its options ask for it, with its input made. The caller closes it.
   *
   * @throws quintet.suite.InputException if the options or what they name cannot be used
   */
  abstract Piece<?> piece(Setting setting) throws IOException, InterruptedException;

  @Override
  public final Integer call() throws IOException, InterruptedException {
    return run.play(List.of(this));
  }
}
