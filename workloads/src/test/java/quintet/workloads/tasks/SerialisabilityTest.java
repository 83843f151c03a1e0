package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Externalizable;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@SuppressWarnings("serial") // what cannot be serialised is what this is about
final class SerialisabilityTest {

  private static final String HERE = SerialisabilityTest.class.getName();

  record Box(@Nullable Object content) implements Serializable {}

  record Page(String name, Object log) implements Serializable {}

  static final class Node implements Serializable {
    @Nullable Node next;
    @Nullable Object content;
  }

  static final class Transient implements Serializable {
    final transient Object latch = new CountDownLatch(1);
  }

  static final class Plain {}

  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    final Object thing;

    Failure(Object thing) {
      this.thing = thing;
    }
  }

  static class Connection implements AutoCloseable {
    @Override
    public void close() {}
  }

  /** Sends its address instead of itself. */
  static final class Pooled extends Connection implements Serializable {
    private Object writeReplace() {
      return "address";
    }
  }

  static final class ReplacedByABox implements Serializable {
    private final Object content;

    ReplacedByABox(Object content) {
      this.content = content;
    }

    private Object writeReplace() {
      return new Box(content);
    }
  }

  public static final class ByHand implements Externalizable {
    private final @Nullable Object content;

    public ByHand() {
      this(null);
    }

    ByHand(@Nullable Object content) {
      this.content = content;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeObject(content);
    }

    @Override
    public void readExternal(ObjectInput in) {}
  }

  static final class Refusing implements Serializable {
    private void writeObject(ObjectOutputStream out) {
      throw new IllegalStateException("not now");
    }
  }

  static final List<@Nullable Object> CAN_BE_SENT =
      Arrays.asList(
          null,
          7,
          "text",
          new int[] {1},
          WorkKind.COMPUTING,
          Instant.EPOCH,
          List.of(1, "two"),
          Map.of("a", Set.of(1)),
          new Box(new Box(null)),
          new Transient(),
          new Pooled(),
          new ByHand("text"),
          new ReentrantLock(),
          new IllegalStateException("text", new IOException()));

  static final List<Object> CANNOT_BE_SENT =
      List.of(
          new Object(),
          new Plain(),
          new CountDownLatch(1),
          InputStream.nullInputStream(),
          Thread.currentThread(),
          new Connection(),
          Path.of("a"),
          Optional.of(1),
          List.of(1).iterator());

  @ParameterizedTest
  @FieldSource("CAN_BE_SENT")
  void whatIsSerialisableCanBeSent(@Nullable Object object) {
    assertTrue(Serialisability.isSerialisable(object));
  }

  @ParameterizedTest
  @FieldSource("CANNOT_BE_SENT")
  void whatIsNotSerialisableIsNamedWithItsClass(Object object) {
    assertFalse(Serialisability.isSerialisable(object));
    assertObstacle("it (" + object.getClass().getTypeName() + ") is not serialisable", object);
  }

  // ---- paths

  @Test
  void fieldsAreNamed() {
    assertObstacle(
        "it.content.log (java.lang.Object) is not serialisable",
        new Box(new Page("a", new Object())));
  }

  @Test
  void elementsAreCounted() {
    assertObstacle(
        "it.content[1] (java.lang.Object) is not serialisable",
        new Box(new ArrayList<>(List.of(1, new Object(), 2))));
    assertObstacle("it[1] (java.lang.Object) is not serialisable", List.of(1, new Object(), 2));
    assertObstacle(
        "it[0][2] (java.lang.Object) is not serialisable",
        new Object[][] {{1, 2, new Object()}, {new Object()}});
    assertObstacle(
        "it[0] (java.lang.Object) is not serialisable", new HashSet<>(Set.of(new Object())));
  }

  @Test
  void keysAreCountedAndValuesNamedByTheirKeys() {
    assertObstacle(
        "it.keys[0] (java.lang.Object) is not serialisable", Map.of(new Object(), "value"));
    assertObstacle(
        "it[log].content (java.lang.Object) is not serialisable",
        new HashMap<>(Map.of("log", new Box(new Object()))));
    assertObstacle(
        "it.values[0] (java.lang.Object) is not serialisable", Map.of(List.of(), new Object()));
    assertObstacle(
        "it.value (java.lang.Object) is not serialisable",
        new AbstractMap.SimpleEntry<>("key", new Object()));
  }

  @Test
  void causesAndSuppressedExceptionsAreNamed() {
    var failure = new IOException(new Failure(new Object()));
    assertObstacle("it.cause.thing (java.lang.Object) is not serialisable", failure);

    failure = new IOException();
    failure.addSuppressed(new Failure("text"));
    failure.addSuppressed(new Failure(new Object()));
    assertObstacle("it.suppressed[1].thing (java.lang.Object) is not serialisable", failure);
  }

  @Test
  void theShortestPathIsTold() {
    var bad = new Object();
    var page = new Page("a", bad);

    assertObstacle(
        "it[1] (java.lang.Object) is not serialisable", List.of(new Box(new Box(page)), bad));
  }

  @Test
  void cyclesEnd() {
    var node = new Node();
    node.next = new Node();
    node.next.next = node;
    assertTrue(Serialisability.isSerialisable(node));

    node.next.content = new Object();
    assertObstacle("it.next.content (java.lang.Object) is not serialisable", node);
  }

  @Test
  void whatIsNotWrittenIsOnNoPath() {
    var bad = new Object();
    var object = new ArrayList<>(List.of(new Transient(), new Box(bad)));

    assertObstacle("it[1].content (java.lang.Object) is not serialisable", object);
  }

  @Test
  void whatReplacesAnObjectIsLookedInto() {
    assertObstacle(
        "it.content (java.lang.Object) is not serialisable", new ReplacedByABox(new Object()));
  }

  @Test
  void whatCannotBeLookedIntoIsNamedItself() {
    assertObstacle(
        "it.content (java.util.concurrent.atomic.AtomicReference) is not serialisable:"
            + " it holds java.lang.Object",
        new Box(new AtomicReference<>(new Object())));
    assertObstacle(
        "it.content (" + HERE + "$ByHand) is not serialisable: it holds java.lang.Object",
        new Box(new ByHand(new Object())));
  }

  @Test
  void anObjectThatRefusesIsNamedWithItsReason() {
    assertObstacle(
        "it.content ("
            + HERE
            + "$Refusing) cannot be serialised: java.lang.IllegalStateException: not now",
        new Box(new Refusing()));
  }

  @Test
  void whatIsNestedTooDeeplyIsRefusedAndNotAnError() {
    var chain = new Node();
    for (int i = 0; i < 1_000_000; i++) {
      var node = new Node();
      node.next = chain;
      chain = node;
    }
    assertObstacle("it is nested too deeply to be serialised", chain);
  }

  // ---- lambdas

  @Test
  void aTaskThatCanBeSentPasses() {
    Serialisability.check(Task.of(() -> 7));
    Serialisability.check(Task.of(Math::addExact, 1, 2));
    Serialisability.check(Task.of(String::length, "text").named("length"));
    assertTrue(Serialisability.bytesOf(Task.of(() -> 7)).length > 0);
  }

  @Test
  void whatALambdaCapturedIsCountedAndTheLambdaNamed() {
    int number = 1;
    var page = new Page("a", new Object());
    var message = refusal(Task.<String>of(() -> page.name() + number).named("page 7"));

    assertTrue(
        message.matches(
            "task 'page 7': body\\.captured\\[\\d]\\.log \\(java\\.lang\\.Object\\) is not"
                + " serialisable; body is "
                + HERE.replace(".", "\\.")
                + "\\.lambda\\$[\\w$]+"),
        message);
  }

  private int answer() {
    return 42;
  }

  @Test
  void aLambdaThatCapturedItsObjectIsToldSo() {
    var message = refusal(Task.of(() -> answer() + 1));

    assertTrue(
        message.startsWith("task: body.captured[0] (" + HERE + ") is not serialisable; body is "),
        message);
    assertTrue(message.endsWith(", which captured its object"), message);
  }

  @Test
  void aMethodOfAnObjectThatCannotBeSentIsToldSo() {
    assertEquals(
        "task: body.captured[0] ("
            + HERE
            + "$Connection) is not serialisable; body is java.lang.Object.toString, which captured its object",
        refusal(Task.of(new Connection()::toString)));
  }

  @Test
  void anArgumentThatCannotBeSentIsFound() {
    assertEquals(
        "task 'a': body.captured[1].log (java.lang.Object) is not serialisable",
        refusal(Task.of(Page::name, new Page("a", new Object())).named("a")));
  }

  @Test
  void aLambdaOfAnInterfaceThatIsNotSerialisableIsNamed() {
    Callable<Integer> call = () -> 1;
    var message = refusal(Task.of(call::call));

    assertTrue(
        message.startsWith(
            "task: body.captured[0] (a lambda in "
                + HERE
                + " of type java.util.concurrent.Callable) is not serialisable"),
        message);
  }

  private static void assertObstacle(String expected, Object object) {
    assertEquals(expected, Serialisability.obstacle("it", object));
  }

  private static String refusal(Task<?> task) {
    var checked = assertThrows(IllegalArgumentException.class, () -> Serialisability.check(task));
    var sent = assertThrows(IllegalArgumentException.class, () -> Serialisability.bytesOf(task));
    assertEquals(checked.getMessage(), sent.getMessage());
    return Objects.requireNonNull(checked.getMessage());
  }
}
