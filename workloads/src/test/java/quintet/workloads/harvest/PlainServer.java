package quintet.workloads.harvest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server that gives the same answer to everything. */
final class PlainServer implements AutoCloseable {

  private final HttpServer http;

  PlainServer(String answer) throws IOException {
    var body = answer.getBytes(StandardCharsets.UTF_8);
    http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
