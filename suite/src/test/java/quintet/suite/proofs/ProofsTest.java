package quintet.suite.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.suite.InputException;

/** Which proofs there are, and which of them the user means. */
final class ProofsTest {

  private final Proofs proofs;

  ProofsTest() throws IOException {
    proofs = Proofs.find(ProofsTest.class.getClassLoader());
  }

  @Test
  void whateverHasToDoWithThreadsHasProofs() {
    for (var module : List.of("workloads", "threadpool", "pipeline", "async", "locks")) {
      assertTrue(
          proofs.all().stream().anyMatch(one -> one.name().startsWith(module + "/")), module);
    }
  }

  @Test
  void noNameMeansAll() {
    assertEquals(proofs.all(), proofs.named(List.of()));
  }

  @Test
  void aModuleMeansItsProofs() {
    var named = proofs.named(List.of("async"));
    assertTrue(named.stream().allMatch(one -> one.name().startsWith("async/")));
    assertTrue(named.size() >= 2);
  }

  @Test
  void partOfANameIsEnoughInAnyCase() {
    assertEquals("threadpool/TaskRunsOnceProof", only("taskruns").name());
  }

  @Test
  void aTwinMeansItsProof() {
    assertEquals("locks/SharedReaderClaimProof", only("UnlockedReaderProof").name());
  }

  @Test
  void anUnknownNameIsAnInputErrorWithSuggestions() {
    var names = List.of("SharedReadrClaim");
    var error = assertThrows(InputException.class, () -> proofs.named(names));
    assertTrue(error.toString().contains("locks/SharedReaderClaimProof"), error.toString());
  }

  private ProofCase only(String name) {
    var named = proofs.named(List.of(name));
    assertEquals(1, named.size(), () -> named.toString());
    return named.getFirst();
  }
}
