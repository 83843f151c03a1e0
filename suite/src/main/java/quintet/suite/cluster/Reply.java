package quintet.suite.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Serialisability;

/**
 * What came of a task, on its way back: a kind, and a value, an exception, or a message.
 *
 * <p>The text of a reply begins with its {@link Kind}; the rest is a serialised object, or a
 * message in UTF-8.
 */
final class Reply {

  private static final byte VALUE = 'V';
  private static final byte FAILURE = 'F';

  /** The task was not done, or its value cannot be brought back. */
  private static final byte REFUSAL = 'R';

  private Reply() {}

  // ---- on the member

  static byte[] value(@Nullable Object value, String label) {
    try {
      return of(VALUE, Serialisability.bytesOf("result", value));
    } catch (IllegalArgumentException e) {
      return refusal(label + " was done, but its result cannot be sent: " + e.getMessage());
    }
  }

  /** Throws nothing, for who waits for the reply would wait for ever. */
  static byte[] failure(Throwable failure, String label) {
    try {
      return of(FAILURE, Serialisability.bytesOf("failure", serialisable(failure)));
    } catch (Throwable e) { // of the failure's own code, or for want of memory
      return refusal(
          label
              + " failed with "
              + failure.getClass().getName()
              + ", which cannot be sent: "
              + RemoteFailureException.described(e));
    }
  }

  static byte[] refusal(String message) {
    return of(REFUSAL, message.getBytes(StandardCharsets.UTF_8));
  }

  /** The exception itself, or what stands for it. */
  private static Throwable serialisable(Throwable failure) {
    var obstacle = Serialisability.obstacle("it", failure);
    if (obstacle == null) {
      return failure;
    }
    var cause = failure.getCause();
    return new RemoteFailureException(
        failure, obstacle, cause == null ? null : serialisable(cause));
  }

  private static byte[] of(byte kind, byte[] content) {
    var bytes = new byte[1 + content.length];
    bytes[0] = kind;
    System.arraycopy(content, 0, bytes, 1, content.length);
    return bytes;
  }

  // ---- on the client

  /**
   * The value, if it is one.
   *
   * @throws Exception what the body threw
   * @throws PlacementException if there is neither
   */
  static @Nullable Object valueOf(byte[] reply, String label) throws Exception {
    var content = Arrays.copyOfRange(reply, 1, reply.length);
    byte kind = reply[0];
    if (kind == REFUSAL) {
      throw new PlacementException(new String(content, StandardCharsets.UTF_8));
    }
    Object object;
    try {
      object = read(content);
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw new PlacementException(
          label
              + " was done, but its "
              + (kind == VALUE ? "result" : "failure")
              + " cannot be read here: "
              + e,
          e);
    }
    if (kind == VALUE) {
      return object;
    }
    switch (object) {
      case Exception e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new PlacementException(label + " failed: " + e, e);
      case null, default -> throw new AssertionError("a failure is a Throwable");
    }
  }

  /** Reads what was behind a seal. */
  static @Nullable Object read(byte[] serialised) throws IOException, ReflectiveOperationException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(serialised))) {
      return in.readObject();
    }
  }
}
