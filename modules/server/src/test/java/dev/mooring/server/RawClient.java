package dev.mooring.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Bytes to and from a server, however wrong they are. */
final class RawClient implements AutoCloseable {

  private final Socket socket = new Socket();
  private final StringBuilder read = new StringBuilder();

  RawClient(InetSocketAddress address) throws IOException {
    socket.connect(address);
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  /** All that comes until the server closes. */
  String readToEnd() throws IOException {
    read.append(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    return read.toString();
  }

  /** What comes until a text does. */
  String readUntil(String text) throws IOException {
    byte[] buffer = new byte[4_096];
    while (read.indexOf(text) < 0) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        throw new IOException("the end came before '" + text + "': " + read);
      }
      read.append(new String(buffer, 0, count, ISO_8859_1));
    }
    return read.toString();
  }

  /** Whether something comes within a time. */
  boolean hears(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      byte[] buffer = new byte[4_096];
      int count = socket.getInputStream().read(buffer);
      read.append(count < 0 ? "" : new String(buffer, 0, count, ISO_8859_1));
      return true;
    } catch (SocketTimeoutException nothing) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
  }

  /** Sends something; whether the connection is at its end then, or comes to it within a time. */
  boolean isClosedAfter(String text, int millis) throws IOException {
    try {
      return send(text).hears(millis);
    } catch (SocketException reset) {
      return true;
    }
  }

  String heard() {
    return read.toString();
  }

  /** Closes the connection before the end. */
  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
