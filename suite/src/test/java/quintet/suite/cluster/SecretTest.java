package quintet.suite.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.InputException;

final class SecretTest {

  private static final String TEXT = "correct horse battery staple";
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  private final Secret secret = Secret.of(TEXT, "here");

  @Test
  void whatIsSealedIsOpenedByTheSameSecret() {
    var same = Secret.of(" " + TEXT + "\n", "there");

    assertEquals(secret.clusterName(), same.clusterName());
    assertArrayEquals(CONTENT, same.open("task", secret.seal("task", CONTENT)));
  }

  @Test
  void anotherSecretPurposeOrContentDoesNotFitTheSeal() {
    var sealed = secret.seal("task", CONTENT);

    assertNull(Secret.random().open("task", sealed));
    assertNull(secret.open("reply", sealed));
    sealed[sealed.length - 1]++;
    assertNull(secret.open("task", sealed));
    assertNull(secret.open("task", new byte[3]));
  }

  @Test
  void theNameDoesNotGiveTheSecretAway() {
    assertNotEquals(secret.clusterName(), Secret.random().clusterName());
    assertTrue(secret.clusterName().matches("quintet-[0-9a-f]{32}"));
    assertFalse(secret.toString().contains(TEXT));
  }

  @Test
  void aShortSecretIsRefusedWithWhereItStands() {
    var refusal = assertThrows(InputException.class, () -> Secret.of("short", "QUINTET_SECRET"));

    assertTrue(
        String.valueOf(refusal.getMessage())
            .startsWith("QUINTET_SECRET: a secret has at least 16 characters, not 5"));
  }

  @Test
  void theFileGoesBeforeTheVariable(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), TEXT + "\n");
    var variable = Map.of(Secret.VARIABLE, "another secret, long enough");

    assertEquals(secret.clusterName(), Secret.from(file, variable).clusterName());
    assertNotEquals(secret.clusterName(), Secret.from(null, variable).clusterName());
  }

  @Test
  void noSecretIsToldWithTheWaysToGiveOne() {
    var refusal = assertThrows(InputException.class, () -> Secret.from(null, Map.of()));

    assertTrue(String.valueOf(refusal.getMessage()).contains("--secret-file"));
  }
}
