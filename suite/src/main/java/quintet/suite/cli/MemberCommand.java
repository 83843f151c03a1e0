package quintet.suite.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.cluster.Addresses;
import quintet.suite.cluster.ClusterMember;
import quintet.suite.cluster.Secret;

/** {@code quintet member}: does tasks for others, until it is ended. */
@Command(
    name = "member",
    description = "Do tasks for who knows the secret, on this machine or from others.",
    footer = {
      "",
      "The secret stands in the variable QUINTET_SECRET or in a file, the same for all members"
          + " and those who use them. One is made by: head -c 24 /dev/urandom | base64",
      "It keeps out who does not know it: no task without its seal is run or even read.",
      "It does not hide anything: tasks and results travel unencrypted, and who can listen between"
          + " the machines can read them, send a recorded task again, and disturb. TLS is not in"
          + " the engine's open edition; between machines, use a tunnel (WireGuard, SSH).",
      "",
      "Start the first member without --join, and the next with the address of one that is up."
    })
public final class MemberCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;
  private static final int FAILED = 1;

  /** After Ctrl-C a command has a second; ending what its tasks have begun takes some of it. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; 0 means any that is free; default: ${DEFAULT-VALUE}.",
      defaultValue = "5701")
  private int port = Addresses.USUAL_PORT;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "The address of this machine to listen at; the default is for this machine only:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "127.0.0.1")
  private String bind = "127.0.0.1";

  @Option(
      names = "--join",
      paramLabel = "HOST:PORT,...",
      description = "Members that are up, of which one at least lets this one in.")
  private @Nullable String join;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Holds the secret; default: the variable QUINTET_SECRET does.")
  private @Nullable Path secretFile;

  @Option(
      names = "--tasks",
      paramLabel = "N",
      description = "Tasks done at the same time; default: this machine's cores.")
  private int tasks =
      Math.min(Runtime.getRuntime().availableProcessors(), ClusterMember.MOST_AT_ONCE);

  public MemberCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Checks.range("--port", port, 0, LAST_PORT);
    Checks.range("--tasks", tasks, 1, ClusterMember.MOST_AT_ONCE);
    if (bind.isBlank()) {
      throw new InputException("--bind: an address of this machine is missing");
    }
    var addresses = join == null ? List.<InetSocketAddress>of() : Addresses.parse(join);
    var secret = Secret.from(secretFile, System.getenv());
    var member = ClusterMember.start(bind, port, addresses, secret, tasks);
    try {
      terminal
          .out()
          .println(
              "member "
                  + member.address()
                  + " is up, "
                  + tasks
                  + (tasks == 1 ? " task" : " tasks")
                  + " at once; members: "
                  + String.join(", ", member.members()));
      member.awaitEnd();
    } catch (InterruptedException e) {
      return 0; // by Ctrl-C or a request to end, as members are ended
    } finally {
      member.closeWithChildren(PATIENCE);
    }
    terminal.note("the member has ended by itself");
    return FAILED;
  }
}
