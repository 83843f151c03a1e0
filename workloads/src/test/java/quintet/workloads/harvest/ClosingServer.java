package quintet.workloads.harvest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that keeps its first connection after an answer, and closes it when the next request is
 * there: as if that had come just too late. All other connections live for one request.
 */
final class ClosingServer implements AutoCloseable {

  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
  private static final String LAST_ANSWER =
      ANSWER.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

  private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
  private final AtomicInteger requests = new AtomicInteger();

  ClosingServer() throws IOException {
    var _ = Thread.ofPlatform().daemon().start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** How many have come. */
  int requests() {
    return requests.get();
  }

  private void serve() {
    try {
      try (var first = socket.accept()) {
        var in = reader(first);
        awaitRequest(in);
        answer(first, ANSWER);
        awaitRequest(in);
      }
      while (true) {
        try (var next = socket.accept()) {
          awaitRequest(reader(next));
          answer(next, LAST_ANSWER);
        }
      }
    } catch (IOException closed) {
      // that is the end
    }
  }

  private static BufferedReader reader(Socket connection) throws IOException {
    return new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
  }

  /** A request without a body ends with an empty line. */
  private void awaitRequest(BufferedReader in) throws IOException {
    for (var line = in.readLine(); !"".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("the client has gone");
      }
    }
    requests.incrementAndGet();
  }

  private static void answer(Socket connection, String answer) throws IOException {
    connection.getOutputStream().write(answer.getBytes(US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
