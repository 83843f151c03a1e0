package quintet.suite.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import quintet.suite.InputException;

/**
 * A member of a cluster in this virtual machine: it does tasks for whoever knows the secret.
 *
 * <p>It listens at one address, talks to the members it is told to join and to nobody else, and
 * keeps a copy of the tasks and results of another member. It ends like one that is killed: what it
 * has under way is done again elsewhere, or refused if it is not idempotent.
 */
public final class ClusterMember implements AutoCloseable {

  /** The most tasks that a member may do at the same time. */
  public static final int MOST_AT_ONCE = 1_024;

  /**
   * Tasks that may be in flight in one of the engine's 271 partitions. A client keeps below it with
   * all its tasks together.
   */
  static final int CAPACITY = 1_024;

  /** Of marks of clients that left without taking them away. */
  private static final int FORGET_AFTER_SECONDS = 7 * 24 * 3_600;

  /** Within that time a member that hangs, or whose cable was pulled, is taken for lost. */
  static final int PATIENCE_SECONDS = 30;

  private final HazelcastInstance instance;
  private final CountDownLatch left;

  private ClusterMember(HazelcastInstance instance, CountDownLatch left) {
    this.instance = instance;
    this.left = left;
  }

  /**
   * Starts a member.
   *
   * @param bind a name or number of this machine: where it listens
   * @param port 0 means any that is free
   * @param join members that are up, of which one at least must let this one in; empty for the
   *     first
   * @param tasksAtOnce how many tasks it does at the same time
   * @throws InputException if it cannot listen there, or nobody lets it in
   */
  public static ClusterMember start(
      String bind, int port, List<InetSocketAddress> join, Secret secret, int tasksAtOnce) {
    var address = checkedBind(bind, port);
    if (!join.isEmpty()) {
      Addresses.requireOneListening(join);
    }
    Names.silence();
    var desk = new Desk(secret);
    var config = config(address.getHostAddress(), port, join, secret, tasksAtOnce);
    config.setUserContext(new ConcurrentHashMap<>(Map.of(Desk.KEY, desk)));
    HazelcastInstance instance;
    try {
      instance = Hazelcast.newHazelcastInstance(config);
    } catch (HazelcastException | IllegalStateException e) {
      throw new InputException("no member could be started: " + e.getMessage(), e);
    }
    if (!join.isEmpty() && instance.getCluster().getMembers().size() == 1) {
      instance.getLifecycleService().terminate();
      throw new InputException(Door.notLetInBy(join));
    }
    desk.listen(instance);
    return new ClusterMember(instance, latchOf(instance));
  }

  private static CountDownLatch latchOf(HazelcastInstance instance) {
    var left = new CountDownLatch(1);
    var _ =
        instance
            .getLifecycleService()
            .addLifecycleListener(
                event -> {
                  if (event.getState() == LifecycleState.SHUTDOWN) {
                    left.countDown();
                  }
                });
    if (!instance.getLifecycleService().isRunning()) {
      left.countDown(); // it has ended before anybody listened
    }
    return left;
  }

  private static InetAddress checkedBind(String bind, int port) {
    try {
      var address = InetAddress.getByName(bind);
      if (NetworkInterface.getByInetAddress(address) == null) {
        throw new InputException(bind + " is no address of this machine");
      }
      try (var _ = new ServerSocket(port, 1, address)) {
        return address;
      }
    } catch (UnknownHostException e) {
      throw new InputException(bind + ": unknown host", e);
    } catch (IOException e) {
      throw new InputException("cannot listen at " + bind + ":" + port + ": " + e.getMessage(), e);
    }
  }

  private static Config config(
      String bind, int port, List<InetSocketAddress> join, Secret secret, int tasksAtOnce) {
    var config = new Config().setClusterName(secret.clusterName());
    config
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.socket.bind.any", "false")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty("hazelcast.max.no.heartbeat.seconds", String.valueOf(PATIENCE_SECONDS))
        .setProperty("hazelcast.operation.fail.on.indeterminate.state", "true");
    config.getMetricsConfig().setEnabled(false);
    config.getMemberAttributeConfig().setAttribute(Names.AT_ONCE, String.valueOf(tasksAtOnce));
    var network = config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(bind);
    var joining = network.getJoin();
    joining.getAutoDetectionConfig().setEnabled(false);
    joining.getMulticastConfig().setEnabled(false);
    joining.getTcpIpConfig().setEnabled(true);
    join.forEach(address -> joining.getTcpIpConfig().addMember(Addresses.of(address)));
    config
        .getDurableExecutorConfig(Names.TASKS)
        .setPoolSize(tasksAtOnce)
        .setCapacity(CAPACITY)
        .setDurability(1)
        .setStatisticsEnabled(false);
    config
        .getMapConfig(Names.MARKS)
        .setBackupCount(1)
        .setTimeToLiveSeconds(FORGET_AFTER_SECONDS)
        .setStatisticsEnabled(false);
    var _ =
        Envelope.madeKnownTo(config.getSerializationConfig())
            .setJavaSerializationFilterConfig(onlyTheEnginesOwn());
    return config;
  }

  /** The engine sends exceptions to itself. Envelopes are not deserialised by Java. */
  private static JavaSerializationFilterConfig onlyTheEnginesOwn() {
    var filter = new JavaSerializationFilterConfig();
    filter.setDefaultsDisabled(true);
    filter
        .getWhitelist()
        .addPrefixes("com.hazelcast.", "java.lang.", "java.util.", "java.io.", "[");
    return filter;
  }

  /** For tests. */
  HazelcastInstance engine() {
    return instance;
  }

  /** For tests. */
  Desk desk() {
    return (Desk) Objects.requireNonNull(instance.getUserContext().get(Desk.KEY));
  }

  /** Where it listens: {@code host:port}. */
  public String address() {
    return Addresses.of(instance.getCluster().getLocalMember());
  }

  /** All members' addresses, the oldest first. */
  public List<String> members() {
    return instance.getCluster().getMembers().stream().map(Addresses::of).toList();
  }

  /** Waits until the member has ended for a reason of its own. */
  public void awaitEnd() throws InterruptedException {
    left.await();
  }

  @Override
  public void close() {
    instance.getLifecycleService().terminate();
  }

  /**
   * Closes it, and ends the processes that its tasks have begun, which would live on: of this whole
   * virtual machine.
   *
   * @param patience how long the engine has to end
   */
  public void closeWithChildren(Duration patience) {
    try {
      var _ = Thread.ofPlatform().daemon().start(this::close).join(patience);
    } catch (InterruptedException atOnce) {
      Thread.currentThread().interrupt();
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
