package quintet.suite.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A task on its way to a member. An immutable value.
 *
 * @param id of this sending; no other has the same
 * @param label how messages call the task
 * @param idempotent whether it may be done again
 * @param body serialised, and not deserialised before the seal was checked
 */
@SuppressWarnings("ArrayRecordComponent") // parcels are not compared
record Parcel(String id, String label, boolean idempotent, byte[] body) {

  static final String PURPOSE = "task";

  private static final int LONGEST_LABEL = 200;

  byte[] sealed(Secret secret) {
    var bytes = new ByteArrayOutputStream(body.length + 256);
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(id);
      out.writeUTF(label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL));
      out.writeBoolean(idempotent);
      out.write(body);
    } catch (IOException e) {
      throw new AssertionError("writing to memory failed", e);
    }
    return secret.seal(PURPOSE, bytes.toByteArray());
  }

  /**
   * @param content what was behind the seal
   */
  static Parcel of(byte[] content) {
    try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
      return new Parcel(in.readUTF(), in.readUTF(), in.readBoolean(), in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError("what we sealed is whole", e);
    }
  }
}
