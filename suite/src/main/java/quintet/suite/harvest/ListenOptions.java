package quintet.suite.harvest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.suite.InputException;
import quintet.suite.cli.Checks;

/** Where the embedded API listens, as options. Filled by picocli. */
final class ListenOptions {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}; 0 takes any that is free.",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Default: ${DEFAULT-VALUE}, which other machines cannot reach.",
      defaultValue = LOOPBACK)
  private String bind = LOOPBACK;

  InetSocketAddress address() {
    Checks.range("--port", port, 0, MOST_PORT);
    try {
      return new InetSocketAddress(InetAddress.getByName(bind), port);
    } catch (UnknownHostException e) {
      throw new InputException("--bind " + bind + ": no such address", e);
    }
  }

  ApiServer start(Behaviour behaviour) {
    var address = address();
    try {
      if (!isOurs(address.getAddress())) {
        throw new InputException("--bind " + bind + ": not an address of this machine");
      }
      return ApiServer.start(behaviour, address);
    } catch (IOException e) {
      var advice = "--port 0 takes any that is free";
      throw new InputException(
          "%s, port %d: %s (%s)".formatted(bind, port, e.getMessage(), advice), e);
    }
  }

  private static boolean isOurs(InetAddress address) throws IOException {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  /** The options that another command needs to name the same address. */
  String words(int actualPort) {
    return "--port " + actualPort + (bind.equals(LOOPBACK) ? "" : " --bind " + bind);
  }
}
