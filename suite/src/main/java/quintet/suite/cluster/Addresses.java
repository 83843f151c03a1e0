package quintet.suite.cluster;

import com.hazelcast.cluster.Member;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import quintet.suite.InputException;

/** Addresses of members, as users write them: {@code host:port,[::1]:5702}. */
public final class Addresses {

  /** Where members listen if nothing else is said. */
  public static final int USUAL_PORT = 5701;

  private static final int PATIENCE_MILLIS = 3_000;
  private static final int LAST_PORT = 65_535;

  private Addresses() {}

  /**
   * Reads a list of addresses; without a port, it is {@value #USUAL_PORT}. No name is looked up.
   *
   * @throws InputException if one is none
   */
  public static List<InetSocketAddress> parse(String list) {
    var addresses = new ArrayList<InetSocketAddress>();
    for (var word : list.split(",", -1)) {
      addresses.add(parseOne(word.strip()));
    }
    return List.copyOf(addresses);
  }

  private static InetSocketAddress parseOne(String word) {
    int colon = word.lastIndexOf(':');
    boolean number = word.indexOf(':') < colon && word.charAt(0) != '['; // IPv6, no port
    boolean bare = colon < 0 || word.endsWith("]") || number;
    var host = bare ? word : word.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = bare ? USUAL_PORT : port(word, word.substring(colon + 1));
    if (host.isEmpty() || host.indexOf(' ') >= 0) {
      throw new InputException("'" + word + "' is no address: host:port is one");
    }
    return InetSocketAddress.createUnresolved(host, port);
  }

  private static int port(String word, String digits) {
    try {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new InputException("'" + word + "': a port is a number from 1 to " + LAST_PORT);
  }

  /** As {@link #parse} reads it. */
  public static String of(InetSocketAddress address) {
    var host = address.getHostString();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
  }

  /** As {@link #parse} reads them. */
  static String listed(List<InetSocketAddress> addresses) {
    return String.join(", ", addresses.stream().map(Addresses::of).toList());
  }

  static String of(Member member) {
    var address = member.getAddress();
    return of(InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
  }

  /**
   * Sees to it that somebody listens at one of the addresses.
   *
   * @throws InputException if nobody does
   */
  static void requireOneListening(List<InetSocketAddress> addresses) {
    var reasons = new ArrayList<String>();
    for (var address : addresses) {
      try (var socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE_MILLIS);
        return;
      } catch (IOException e) {
        reasons.add(of(address) + ": " + reason(e));
      }
    }
    throw new InputException("no member there: " + String.join("; ", reasons));
  }

  private static String reason(IOException e) {
    return e instanceof UnknownHostException ? "unknown host" : String.valueOf(e.getMessage());
  }
}
