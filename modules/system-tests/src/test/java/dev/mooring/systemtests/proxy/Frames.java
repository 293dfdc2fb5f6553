package dev.mooring.systemtests.proxy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/** One end of a connection, by Kafka's frames: four bytes of length, and so many bytes. */
final class Frames implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  Frames(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** The next frame; null when the other side has closed. */
  ByteBuffer read() throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException closed) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }

  void write(ByteBuffer frame) throws IOException {
    write(frame, Integer.BYTES + frame.remaining());
  }

  /** Writes the first bytes of a frame only, its length among them. */
  void write(ByteBuffer frame, int most) throws IOException {
    ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + frame.remaining());
    whole.putInt(frame.remaining()).put(frame.duplicate());
    out.write(whole.array(), 0, Math.min(most, whole.capacity()));
    out.flush();
  }

  /** Takes what comes, for nothing, until the other side has closed. */
  void swallow() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
