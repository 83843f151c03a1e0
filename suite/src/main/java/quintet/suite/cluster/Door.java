package quintet.suite.cluster;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.core.HazelcastInstance;
import java.net.InetSocketAddress;
import java.util.List;
import quintet.suite.InputException;

/**
 * The way into a cluster for who sends tasks: how the engine's client is set up, and what is said
 * to who is not let in. Two things are as we need them and not as the engine has them: a member
 * that hangs is given up as early as other members do it, and a client that has lost all members
 * ends, so that its tasks fail rather than wait.
 *
 * <p>Thread-safe: it has no state.
 */
final class Door {

  /** Then no more rounds of asking all members to be let in; the first one always ends. */
  private static final int CONNECT_MILLIS = 2_000;

  private Door() {}

  /**
   * A client of the members at these addresses, and of those that they know.
   *
   * @throws InputException if none is there, or none knows the secret
   */
  static HazelcastInstance open(List<InetSocketAddress> addresses, Secret secret) {
    Addresses.requireOneListening(addresses);
    Names.silence();
    try {
      return HazelcastClient.newHazelcastClient(config(addresses, secret));
    } catch (IllegalStateException e) {
      throw new InputException(notLetInBy(addresses), e);
    }
  }

  private static ClientConfig config(List<InetSocketAddress> addresses, Secret secret) {
    var config = new ClientConfig().setClusterName(secret.clusterName());
    config.setProperty(
        "hazelcast.client.heartbeat.timeout", ClusterMember.PATIENCE_SECONDS + "000");
    config.getMetricsConfig().setEnabled(false);
    var _ = Envelope.madeKnownTo(config.getSerializationConfig());
    for (var address : addresses) {
      config.getNetworkConfig().addAddress(Addresses.of(address));
    }
    config
        .getConnectionStrategyConfig()
        .setReconnectMode(ReconnectMode.OFF) // or else tasks would wait for members that are gone
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(CONNECT_MILLIS);
    return config;
  }

  /** The same for a client and for a member that wants to join. */
  static String notLetInBy(List<InetSocketAddress> addresses) {
    return "not let in by "
        + Addresses.listed(addresses)
        + ": another secret, or no member of ours";
  }
}
