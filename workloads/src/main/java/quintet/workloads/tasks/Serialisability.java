package quintet.workloads.tasks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object can be sent to another process, and if not, what in it stands in the way.
 *
 * <pre>{@code
 * task 'page 7': body.captured[0].log (java.io.FileWriter) is not serialisable
 * }</pre>
 *
 * <p>The object is serialised, by the rules of the <i>Java Object Serialization Specification</i>:
 * what is transient, replaced or written by hand counts as it does in earnest. Only when that fails
 * is the path looked for. So a check costs what the sending will cost, and says nothing about
 * whether the other process knows the classes, nor whether sending makes sense: the locks of {@code
 * java.util.concurrent.locks} are serialisable, but what arrives is another lock, which guards
 * nothing here. The object must not change meanwhile.
 *
 * <p>Thread-safe. Source: seed 004, {@code is_picklable}, which does not tell where.
 */
public final class Serialisability {

  private Serialisability() {}

  /** Whether the object, with all that it refers to, can be serialised. */
  public static boolean isSerialisable(@Nullable Object object) {
    return obstacle("object", object) == null;
  }

  /**
   * Checks that the task's body can be sent.
   *
   * @throws IllegalArgumentException if not; the message names the task, the path and the class
   */
  public static void check(Task<?> task) {
    var obstacle = obstacle("body", task.body());
    if (obstacle != null) {
      throw new IllegalArgumentException(prefix(task) + obstacle);
    }
  }

  /**
   * Serialises the task's body.
   *
   * @throws IllegalArgumentException as {@link #check} does
   */
  public static byte[] bytesOf(Task<?> task) {
    try {
      return bytesOf("body", task.body());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(prefix(task) + e.getMessage(), e.getCause());
    }
  }

  /**
   * Serialises any object.
   *
   * @param what how the message calls it: the first word of the path
   * @throws IllegalArgumentException if that cannot be; the message names the path and the class
   */
  public static byte[] bytesOf(String what, @Nullable Object object) {
    var bytes = new ByteArrayOutputStream();
    var trial = Trial.of(object, bytes);
    if (trial.failure != null) {
      throw new IllegalArgumentException(explain(what, object, trial), trial.failure);
    }
    return bytes.toByteArray();
  }

  /**
   * What keeps the object from being serialised, in one line; null if nothing does.
   *
   * @param what how the line calls the object
   */
  public static @Nullable String obstacle(String what, @Nullable Object object) {
    var trial = Trial.of(object, OutputStream.nullOutputStream());
    return trial.failure == null ? null : explain(what, object, trial);
  }

  private static String prefix(Task<?> task) {
    return task.name().isEmpty() ? "task: " : "task '" + task.name() + "': ";
  }

  private static String explain(String what, @Nullable Object root, Trial trial) {
    var failure = trial.failure;
    var written = trial.untilFailure();
    if (root == null || written.isEmpty() || failure instanceof StackOverflowError) {
      return what + " is nested too deeply to be serialised";
    }
    var search = new ObjectPaths(what, root, written);
    var culprit = written.getLast();
    var place = search.to(culprit);
    String inside = "";
    if (place == null) { // behind fields that only the JDK may read, or in what replaced an object
      place = search.deepest(object -> Trial.of(object, OutputStream.nullOutputStream()).failed());
      inside = ": it holds " + ObjectPaths.kindOf(culprit);
    }
    var reason =
        failure instanceof NotSerializableException
            ? " is not serialisable" + inside
            : " cannot be serialised" + inside + ": " + failure;
    return place.path() + " (" + ObjectPaths.kindOf(place.object()) + ")" + reason + place.notes();
  }

  /**
   * An attempt to serialise, which remembers what it came by. The stream asks about each object
   * right before it refuses or writes it; so the last one is the one that it failed at.
   */
  private static final class Trial extends ObjectOutputStream {

    private final List<Object> written = new ArrayList<>();
    @Nullable Throwable failure;

    private Trial(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    static Trial of(@Nullable Object object, OutputStream out) {
      try {
        var trial = new Trial(out);
        try {
          trial.writeObject(object);
          trial.flush();
        } catch (IOException | RuntimeException | StackOverflowError e) { // of anybody's code
          trial.failure = e;
        }
        return trial;
      } catch (IOException e) {
        throw new AssertionError("writing to memory failed", e);
      }
    }

    boolean failed() {
      return failure != null;
    }

    /** The stream also writes the exception that it fails with; that does not count. */
    @SuppressWarnings("ReferenceEquality") // this very object is meant
    List<Object> untilFailure() {
      for (int i = 0; i < written.size(); i++) {
        if (written.get(i) == failure) {
          return written.subList(0, i);
        }
      }
      return written;
    }

    @Override
    protected Object replaceObject(Object object) {
      written.add(object);
      return object;
    }
  }
}
