package quintet.suite.bench.kit;

import java.io.IOException;
import java.util.Map;

/**
 * What a benchmark needs in the {@link Cache} before its first fork: a fork's set-up is not the
 * place for a long wait, and all forks must find the same. Needs a public constructor without
 * parameters.
 */
public interface Preparation {

  /** Makes what is not there yet. {@code parameters} are the benchmark's, as JMH has them. */
  void prepare(Map<String, String> parameters) throws IOException;

  /** Nothing is needed. */
  final class None implements Preparation {
    @Override
    public void prepare(Map<String, String> parameters) {}
  }
}
