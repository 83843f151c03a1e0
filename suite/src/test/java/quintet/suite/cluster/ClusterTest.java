package quintet.suite.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quintet.suite.InputException;
import quintet.workloads.tasks.Task;

/** Members in this process, so that tests can look into them. */
@Timeout(120)
final class ClusterTest {

  private static final AtomicInteger begun = new AtomicInteger();
  private static volatile CountDownLatch gate = new CountDownLatch(1);

  private final Secret secret = Secret.random();

  @SuppressWarnings("NullAway.Init")
  private ClusterMember member;

  /** Whatever another test has left is not ours. */
  private Set<Thread> before = Set.of();

  @BeforeEach
  void start() {
    before = Thread.getAllStackTraces().keySet();
    begun.set(0);
    gate = new CountDownLatch(1);
    member = ClusterMember.start("127.0.0.1", 0, List.of(), secret, 8);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    member.close();
    await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(this::isOurs));
  }

  private boolean isOurs(Thread thread) {
    return thread.getName().startsWith("hz.") && !before.contains(thread);
  }

  private Cluster join(Secret with) {
    return Cluster.join(Addresses.parse(member.address()), with);
  }

  private static String atTheGate() throws InterruptedException {
    begun.incrementAndGet();
    gate.await();
    return "done";
  }

  private static List<CompletableFuture<String>> atTheGate(Cluster cluster, int tasks) {
    var values = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < tasks; i++) {
      var task = cluster.place(Task.of(ClusterTest::atTheGate));
      var value = new CompletableFuture<String>();
      values.add(value);
      Thread.startVirtualThread(
          () -> {
            try {
              value.complete(task.body().call());
            } catch (Exception e) {
              value.completeExceptionally(e);
            }
          });
    }
    return values;
  }

  private static void awaitBegun(int tasks) {
    await().atMost(60, TimeUnit.SECONDS).until(() -> begun.get() == tasks);
  }

  @Test
  void aMemberThatJoinsDoesNotMakeTasksBeginAgain() throws Exception {
    try (var cluster = join(secret)) {
      var values = atTheGate(cluster, 6);
      awaitBegun(6);
      try (var second =
          ClusterMember.start("127.0.0.1", 0, Addresses.parse(member.address()), secret, 8)) {
        assertEquals(List.of(member.address(), second.address()), second.members());
        awaitHalfOfAll(second);

        gate.countDown();
        for (var value : values) {
          assertEquals("done", value.get(60, TimeUnit.SECONDS));
        }
        assertEquals(6, begun.get());
      }
    }
  }

  /** So what the first had was moved, in part. */
  private static void awaitHalfOfAll(ClusterMember second) {
    var own = second.engine().getCluster().getLocalMember();
    var partitions = second.engine().getPartitionService().getPartitions();
    await()
        .atMost(60, TimeUnit.SECONDS)
        .until(
            () ->
                partitions.stream().filter(part -> own.equals(part.getOwner())).count()
                    >= partitions.size() / 2);
  }

  @Test
  void nothingOfATaskIsLeftWhenItsValueIsThere() throws Exception {
    try (var cluster = join(secret);
        var peek = closing(peek())) {
      gate.countDown();
      for (var value : atTheGate(cluster, 20)) {
        assertEquals("done", value.get(60, TimeUnit.SECONDS));
      }

      var marks = peek.instance().getMap(Names.MARKS);
      await().atMost(60, TimeUnit.SECONDS).until(marks::isEmpty);
    }
  }

  @Test
  void nothingOfATaskIsLeftThatWasCancelled() throws Exception {
    try (var cluster = join(secret);
        var peek = closing(peek())) {
      var task = cluster.place(Task.of(ClusterTest::atTheGate));
      var caller =
          Thread.startVirtualThread(
              () -> assertThrows(InterruptedException.class, () -> task.body().call()));
      awaitBegun(1);
      caller.interrupt();
      caller.join();

      var marks = peek.instance().getMap(Names.MARKS);
      await().atMost(60, TimeUnit.SECONDS).until(() -> member.desk().underWay() == 0);
      await().atMost(60, TimeUnit.SECONDS).until(marks::isEmpty);
    }
  }

  @Test
  void aTaskThatWasCancelledBeforeItsTurnNeverBegins() throws Exception {
    try (var cluster = join(secret)) {
      var values = atTheGate(cluster, 8);
      awaitBegun(8);
      var waiting = cluster.place(Task.of(ClusterTest::atTheGate));
      var ended = new CompletableFuture<String>();
      var thread =
          Thread.startVirtualThread(
              () -> {
                try {
                  ended.complete(waiting.body().call());
                } catch (Exception e) {
                  ended.completeExceptionally(e);
                }
              });
      await().atMost(60, TimeUnit.SECONDS).until(() -> thread.getState() == Thread.State.WAITING);
      thread.interrupt();
      var failure = assertThrows(ExecutionException.class, () -> ended.get(60, TimeUnit.SECONDS));
      assertInstanceOf(InterruptedException.class, failure.getCause());
      await().atMost(60, TimeUnit.SECONDS).until(() -> member.desk().cancelledInAdvance() == 1);

      gate.countDown();
      for (var value : values) {
        assertEquals("done", value.get(60, TimeUnit.SECONDS));
      }
      await().atMost(60, TimeUnit.SECONDS).until(() -> member.desk().cancelledInAdvance() == 0);
      assertEquals(8, begun.get());
    }
  }

  @Test
  void tasksFailWhenTheirClusterIsClosed() {
    var cluster = join(secret);
    var values = atTheGate(cluster, 1);
    awaitBegun(1);

    cluster.close();
    cluster.close();

    var failure =
        assertThrows(ExecutionException.class, () -> values.getFirst().get(60, TimeUnit.SECONDS));
    assertInstanceOf(PlacementException.class, failure.getCause());
  }

  @Test
  void aCancellationThatComesAfterTheEndIsInVain() {
    var client = peek();
    var cancellations = new Cancellations(client, secret);
    client.shutdown();

    assertDoesNotThrow(() -> cancellations.cancel("1")); // so an interrupt stays an interrupt
  }

  // ---- failures that cannot tell what they are

  @SuppressWarnings("serial") // that is what it is about
  static final class SpeechlessException extends RuntimeException {
    final Object connection = new Object();

    @Override
    public String getMessage() {
      throw new IllegalStateException("broken message");
    }
  }

  static final class GreedyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private void writeObject(ObjectOutputStream out) {
      throw new OutOfMemoryError("no memory to write " + out.getClass().getSimpleName());
    }
  }

  @Test
  void aFailureThatCannotDescribeItselfComesBack() {
    try (var cluster = join(secret)) {
      var task =
          cluster.place(
              Task.of(
                  () -> {
                    throw new SpeechlessException();
                  }));

      var failure = assertThrows(RemoteFailureException.class, () -> task.body().call());
      assertEquals(SpeechlessException.class.getName(), failure.className());
    }
  }

  @Test
  void aFailureThatTakesAllTheMemoryToSendIsNamed() {
    try (var cluster = join(secret)) {
      var task =
          cluster.place(
              Task.of(
                      () -> {
                        throw new GreedyException();
                      })
                  .named("page 7"));

      var refusal = assertThrows(PlacementException.class, () -> task.body().call());
      assertTrue(
          String.valueOf(refusal.getMessage())
              .startsWith("task 'page 7' failed with " + GreedyException.class.getName()),
          refusal.getMessage());
    }
  }

  @Test
  void aTaskIsMarkedAsDoneWhateverItsBodyThrows() throws Exception {
    try (var peek = closing(peek())) {
      var marks = new Marks(member.engine());
      var parcel = new Parcel("1", "page 7", false, new byte[0]);

      var first =
          marks.once(
              parcel,
              () -> {
                throw new OutOfMemoryError("at the worst moment");
              });
      assertThrows(OutOfMemoryError.class, () -> Reply.valueOf(first, "page 7"));
      await()
          .atMost(60, TimeUnit.SECONDS)
          .until(
              () -> {
                var mark = (byte[]) peek.instance().getMap(Names.MARKS).get("1");
                return mark != null && mark[0] == 'D';
              });
    }
  }

  // ---- members

  @Test
  void membersOfOneSecretThatAreNotToldToJoinStayApart() {
    try (var second = ClusterMember.start("127.0.0.1", 0, List.of(), secret, 8);
        var cluster = join(secret)) {
      assertEquals(List.of(second.address()), second.members());
      assertEquals(List.of(member.address()), member.members());
      assertEquals(List.of(member.address()), cluster.members());
    }
  }

  // ---- strangers

  @Test
  void whoDoesNotKnowTheSecretIsNotLetIn() {
    var other = Secret.random();

    var noClient = assertThrows(InputException.class, () -> join(other));
    assertEquals(
        "not let in by " + member.address() + ": another secret, or no member of ours",
        noClient.getMessage());

    var join = Addresses.parse(member.address());
    var noMember =
        assertThrows(
            InputException.class, () -> ClusterMember.start("127.0.0.1", 0, join, other, 1));
    assertEquals(noClient.getMessage(), noMember.getMessage());
    assertEquals(List.of(member.address()), member.members());
  }

  @Test
  void whoKnowsOnlyTheNameRunsNoTask() throws Exception {
    try (var stranger = closing(peek())) {
      var body = quintet.workloads.tasks.Serialisability.bytesOf(Task.of(ClusterTest::atTheGate));
      var forged = new Parcel("1", "forged", true, body).sealed(Secret.random());
      gate.countDown();

      byte[] reply =
          stranger
              .instance()
              .getDurableExecutorService(Names.TASKS)
              .submit(new Envelope(forged))
              .get(60, TimeUnit.SECONDS);

      var refusal = assertThrows(PlacementException.class, () -> Reply.valueOf(reply, "forged"));
      assertTrue(String.valueOf(refusal.getMessage()).startsWith("refused by "));
      assertEquals(0, begun.get());
    }
  }

  record Gadget() implements Callable<Integer>, Serializable {
    @Override
    public Integer call() {
      return begun.incrementAndGet();
    }
  }

  @Test
  void whoKnowsOnlyTheNameHasNoObjectDeserialised() {
    try (var stranger = closing(peek())) {
      var executor = stranger.instance().getDurableExecutorService(Names.TASKS);

      assertThrows(
          ExecutionException.class, () -> executor.submit(new Gadget()).get(60, TimeUnit.SECONDS));
      assertEquals(0, begun.get());
    }
  }

  /** Somebody who has read the name on the wire. */
  private HazelcastInstance peek() {
    var config = new ClientConfig().setClusterName(secret.clusterName());
    config.getNetworkConfig().addAddress(member.address());
    var _ = Envelope.madeKnownTo(config.getSerializationConfig());
    return HazelcastClient.newHazelcastClient(config);
  }

  private record Closing(HazelcastInstance instance) implements AutoCloseable {
    @Override
    public void close() {
      instance.shutdown();
    }
  }

  private static Closing closing(HazelcastInstance instance) {
    return new Closing(instance);
  }
}
