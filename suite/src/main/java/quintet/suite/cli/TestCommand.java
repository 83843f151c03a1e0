package quintet.suite.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;

/** {@code quintet test}: done by the launcher before Java starts; here for the help only. */
@Command(
    name = "test",
    description = "Run all tests and quick proofs (./mvnw verify, with the JDK that was found).")
public final class TestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ARGUMENT", description = "Passed on to Maven.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    throw new InputException(
        "the tests are started by the launcher: ./quintet test " + String.join(" ", arguments));
  }
}
