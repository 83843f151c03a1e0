package quintet.suite.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import quintet.suite.InputException;

/**
 * What a worker process runs: a member that lives as long as its parent.
 *
 * <p>Arguments: tasks at once, members to join or "-". Standard input: the secret in a line; its
 * end is the parent's end, however that came. Standard output: {@value #UP} and the address when it
 * is up, or else the reason why not; what tasks print goes to standard error.
 */
final class WorkerMain {

  static final String UP = "up ";

  /** For the engine to end; less than {@link WorkerProcesses} has. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private WorkerMain() {}

  /** Never returns. */
  public static void main(String[] arguments) throws IOException {
    var parent = System.out;
    System.setOut(System.err);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      var secret = Secret.of(String.valueOf(in.readLine()), "standard input");
      var join =
          arguments[1].equals("-") ? List.<InetSocketAddress>of() : Addresses.parse(arguments[1]);
      int tasksAtOnce = Integer.parseInt(arguments[0]);
      var member = ClusterMember.start("127.0.0.1", 0, join, secret, tasksAtOnce);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> member.closeWithChildren(PATIENCE)));
      parent.println(UP + member.address());
    } catch (RuntimeException e) {
      parent.println(e instanceof InputException ? e.getMessage() : e.toString());
      Runtime.getRuntime().halt(2);
    }
    while (in.read() >= 0) {
      // the parent has nothing more to say
    }
    System.exit(0);
  }
}
