package quintet.suite.cluster;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What the engine sees of a task: sealed bytes. It is read without Java serialisation, which the
 * members' engine is told to refuse.
 */
final class Envelope
    implements Callable<byte[]>, HazelcastInstanceAware, IdentifiedDataSerializable {

  private static final int FACTORY = 5_001;
  private static final int CLASS = 1;

  private byte[] sealed;
  private @Nullable HazelcastInstance member;

  Envelope(byte[] sealed) {
    this.sealed = sealed;
  }

  /** Lets the engine read envelopes: the members', and a client's, which writes them. */
  static SerializationConfig madeKnownTo(SerializationConfig config) {
    return config.addDataSerializableFactory(
        FACTORY,
        classId -> {
          if (classId != CLASS) {
            throw new IllegalArgumentException("unknown class " + classId);
          }
          return new Envelope(new byte[0]);
        });
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance instance) {
    member = instance;
  }

  /** On the member. */
  @Override
  public byte[] call() throws InterruptedException {
    var instance = Objects.requireNonNull(member, "the engine sets it");
    var desk = (Desk) Objects.requireNonNull(instance.getUserContext().get(Desk.KEY));
    return desk.take(sealed, instance);
  }

  @Override
  public int getFactoryId() {
    return FACTORY;
  }

  @Override
  public int getClassId() {
    return CLASS;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(sealed);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    sealed = Objects.requireNonNullElse(in.readByteArray(), sealed);
  }
}
