package dev.mooring.registry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that does what a real registry will not do on demand: one step of a script per request;
 * after the last, every request is answered with 500.
 */
final class ScriptedRegistry implements AutoCloseable {

  /** What happens to one request. */
  sealed interface Step {
    record Answer(int status, String body) implements Step {}

    /** The headers promise the whole body, half of it comes, then the connection ends. */
    record HalfAnswer(String body) implements Step {}

    /** Half of the body comes, then nothing more, but the connection stays. */
    record StalledAnswer(String body) implements Step {}

    record ClosedSocket() implements Step {}

    /** An answer without a body that says when to ask again. */
    record Busy(int status, String retryAfter) implements Step {}
  }

  /** A request as it came. */
  record Request(String method, String path, String headers, String body) {}

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket socket;
  private final Queue<Step> script;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  ScriptedRegistry(Step... script) throws IOException {
    this.script = new ArrayDeque<>(List.of(script));
    this.socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread.ofVirtual().start(this::serve);
  }

  static Step answer(int status, String body) {
    return new Step.Answer(status, body);
  }

  static Step ok(String body) {
    return answer(200, body);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  List<Request> requests() {
    return requests;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        requests.add(read(new BufferedInputStream(connection.getInputStream())));
        Step step = script.poll();
        play(step == null ? answer(500, "end of the script") : step, connection);
      } catch (IOException | InterruptedException e) {
        // the client or the test went away: the next request, if any, tells
      }
    }
  }

  private void play(Step step, Socket connection) throws IOException, InterruptedException {
    switch (step) {
      case Step.Answer(int status, String body) -> write(connection, status, body, body.length());
      case Step.HalfAnswer(String body) -> write(connection, 200, body, body.length() / 2);
      case Step.StalledAnswer(String body) -> {
        write(connection, 200, body, body.length() / 2);
        closed.await();
      }
      case Step.ClosedSocket() -> connection.close();
      case Step.Busy(int status, String retryAfter) -> busy(connection, status, retryAfter);
    }
  }

  private static void busy(Socket connection, int status, String retryAfter) throws IOException {
    String head = "HTTP/1.1 " + status + " Busy\r\nConnection: close\r\nContent-Length: 0";
    String all = head + "\r\nRetry-After: " + retryAfter + "\r\n\r\n";
    connection.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Socket connection, int status, String body, int length)
      throws IOException {
    String head =
        "HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\nContent-Length: " + body.length();
    connection
        .getOutputStream()
        .write((head + "\r\n\r\n" + body.substring(0, length)).getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().flush();
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    String headers = head.toString(StandardCharsets.UTF_8);
    Matcher length = LENGTH.matcher(headers);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    List<String> first = List.of(headers.substring(0, headers.indexOf('\r')).split(" "));
    return new Request(
        first.get(0), first.get(1), headers, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}
