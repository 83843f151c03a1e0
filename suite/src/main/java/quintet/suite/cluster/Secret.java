package quintet.suite.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;

/**
 * What members and their clients share and strangers do not know. An immutable value.
 *
 * <p>Two things are derived from it, by HMAC-SHA-256 (RFC 2104), so that the one does not give the
 * other away:
 *
 * <ul>
 *   <li>the <b>cluster's name</b>. The engine admits neither a member nor a client that names
 *       another one. It travels <i>in clear</i>: who can read the traffic knows it from then on.
 *   <li>the <b>key</b> that seals every task and every reply. A member neither deserialises nor
 *       runs a task without the seal, and a client no reply; so who has only read the name can join
 *       and disturb, but runs no code of his.
 * </ul>
 *
 * <p>What this does not give: privacy (tasks and values travel in clear), freshness (a task that
 * was recorded can be sent again, and is run again), and protection of the engine's own protocol
 * from who knows the name. The open edition of the engine has no more: TLS, mutual authentication
 * and permissions are for its Enterprise edition. Between machines that others can listen between,
 * use a tunnel (WireGuard, SSH, TLS). A short secret could be guessed from the name, at leisure; so
 * the least length, and better a random one.
 */
public final class Secret {

  /** The environment variable that holds it. Command lines are there for all users to read. */
  public static final String VARIABLE = "QUINTET_SECRET";

  private static final int LEAST_CHARACTERS = 16;
  private static final int LONGEST_FILE_BYTES = 65_536;
  private static final int SEAL_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final String text;
  private final byte[] key;
  private final String clusterName;

  private Secret(String text) {
    this.text = text;
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    key = mac(bytes, "quintet seal".getBytes(StandardCharsets.UTF_8));
    var name = mac(bytes, "quintet cluster name".getBytes(StandardCharsets.UTF_8));
    clusterName = "quintet-" + HexFormat.of().formatHex(name, 0, 16);
  }

  /** 256 bits that nobody else knows. */
  public static Secret random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /**
   * White space around the text does not belong to it.
   *
   * @param where it was found, for the message
   * @throws InputException if it is too short
   */
  public static Secret of(String text, String where) {
    var stripped = text.strip();
    if (stripped.length() < LEAST_CHARACTERS) {
      throw new InputException(
          where
              + ": a secret has at least "
              + LEAST_CHARACTERS
              + " characters, not "
              + stripped.length()
              + "; this makes one: head -c 24 /dev/urandom | base64");
    }
    return new Secret(stripped);
  }

  /**
   * The text of the file, or else of the variable {@value #VARIABLE}.
   *
   * @throws InputException if there is none, or it is too short
   */
  public static Secret from(@Nullable Path file, Map<String, String> environment)
      throws IOException {
    if (file != null) {
      if (Files.isRegularFile(file) && Files.size(file) > LONGEST_FILE_BYTES) {
        throw new InputException(file + ": too large for a secret");
      }
      return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
    }
    var text = environment.get(VARIABLE);
    if (text == null) {
      throw new InputException(
          "no secret: put one into the variable "
              + VARIABLE
              + ", or name a file with --secret-file; the same for all members");
    }
    return of(text, VARIABLE);
  }

  /** For handing it to a process of ours, by a pipe. */
  String text() {
    return text;
  }

  String clusterName() {
    return clusterName;
  }

  /** The content behind its seal. Good only for the same purpose. */
  byte[] seal(String purpose, byte[] content) {
    var seal = sealOf(purpose, content);
    return ByteBuffer.allocate(SEAL_BYTES + content.length).put(seal).put(content).array();
  }

  /** The content, or null if the seal is not ours. */
  byte @Nullable [] open(String purpose, byte[] sealed) {
    if (sealed.length < SEAL_BYTES) {
      return null;
    }
    var content = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
    var seal = Arrays.copyOf(sealed, SEAL_BYTES);
    return MessageDigest.isEqual(seal, sealOf(purpose, content)) ? content : null;
  }

  private byte[] sealOf(String purpose, byte[] content) {
    return mac(key, (purpose + "\n").getBytes(StandardCharsets.UTF_8), content);
  }

  private static byte[] mac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "a secret";
  }
}
