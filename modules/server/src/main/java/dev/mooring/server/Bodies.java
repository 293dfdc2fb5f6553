package dev.mooring.server;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** Request bodies within limits of type, size and time. */
final class Bodies {

  private Bodies() {}

  /** The body's media type, which must be one of these. */
  static String mediaType(Context ctx, List<String> allowed) {
    String header = ctx.req().getContentType();
    String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!allowed.contains(type)) {
      String given = type.isEmpty() ? "none given" : "'" + type + "'";
      throw HttpProblem.of(
          415,
          "Unsupported media type",
          "Content-Type: " + given + ", should be one of " + String.join(", ", allowed));
    }
    String encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw HttpProblem.of(
          415,
          "Unsupported media type",
          "Content-Encoding: '" + encoding + "', should be left out");
    }
    return type;
  }

  /** The body; reading fails with the problem to answer when it goes beyond a limit. */
  static InputStream open(Context ctx, Limits limits) throws IOException {
    if (ctx.req().getContentLengthLong() > limits.bodyBytes()) {
      throw tooLarge(limits);
    }
    return new Limited(ctx.req().getInputStream(), limits);
  }

  private static HttpProblem tooLarge(Limits limits) {
    return HttpProblem.of(
        413,
        "Content too large",
        "the body has more than "
            + limits.bodyBytes()
            + " bytes; send it in parts, or by `mooring publish FILE`");
  }

  private static final class Limited extends FilterInputStream {

    private final Limits limits;
    private final long began = System.nanoTime();
    private long left;

    Limited(InputStream in, Limits limits) {
      super(in);
      this.limits = limits;
      this.left = limits.bodyBytes();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = readSome(bytes, offset, length);
      left -= Math.max(0, read);
      if (left < 0) {
        throw tooLarge(limits);
      }
      if (Duration.ofNanos(System.nanoTime() - began).compareTo(limits.bodyTime()) > 0) {
        throw tooSlow("took longer than " + limits.bodyTime().toSeconds() + " s");
      }
      return read;
    }

    private int readSome(byte[] bytes, int offset, int length) {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException failed) {
        throw failed.getCause() instanceof TimeoutException
            ? tooSlow("paused for longer than " + limits.idle().toSeconds() + " s")
            : HttpProblem.badRequest("the body ends too early: " + failed.getMessage());
      }
    }

    private static HttpProblem tooSlow(String how) {
      return HttpProblem.of(408, "Request timeout", "the body " + how)
          .header("Connection", "close");
    }
  }
}
