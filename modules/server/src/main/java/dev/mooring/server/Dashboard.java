package dev.mooring.server;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The dashboard's files, from the class path. A path that is no file is a state of the dashboard,
 * when a browser asks for it: it gets the page, which shows that state.
 */
final class Dashboard {

  private static final String ROOT = "/dashboard/";
  private static final String INDEX = "index.html";
  private static final Pattern PLAIN =
      Pattern.compile("(?:[A-Za-z0-9_@-][A-Za-z0-9._@-]*/)*[A-Za-z0-9_@-][A-Za-z0-9._@-]*");

  private final Map<String, Page> files = new ConcurrentHashMap<>();

  private static final class Page {

    private final byte[] content;
    private final String contentType;
    private final String tag;

    Page(byte[] content, String contentType) {
      this.content = content;
      this.contentType = contentType;
      this.tag = tag(content);
    }
  }

  /** Answers with a file, or with the page; says no to anything else. */
  boolean serve(Context ctx) {
    String path = ctx.path().substring(1);
    Optional<Page> file = path.isEmpty() ? file(INDEX) : file(path);
    if (file.isEmpty() && isState(ctx, path)) {
      file = file(INDEX);
    }
    file.ifPresent(found -> answer(ctx, found));
    return file.isPresent();
  }

  private static boolean isState(Context ctx, String path) {
    String accept = ctx.header("Accept");
    return accept != null
        && accept.contains("text/html")
        && !path.startsWith("api/")
        && !path.startsWith("health/");
  }

  private static void answer(Context ctx, Page page) {
    ctx.status(200);
    if (!Caching.unchanged(ctx, page.tag)) {
      ctx.contentType(page.contentType);
      ctx.result(page.content);
    }
  }

  private Optional<Page> file(String path) {
    if (!PLAIN.matcher(path).matches()) {
      return Optional.empty();
    }
    Page known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Page> read = read(path);
    read.ifPresent(page -> files.put(path, page));
    return read;
  }

  private static Optional<Page> read(String path) {
    try (InputStream in = Dashboard.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] content = in.readAllBytes();
      return Optional.of(new Page(content, contentType(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentType(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    ContentType known = ContentType.contentTypeByExtension(extension);
    String type = known == null ? "application/octet-stream" : known.getMimeType();
    boolean text = type.startsWith("text/") || type.endsWith("javascript") || type.endsWith("json");
    return text ? type + "; charset=utf-8" : type;
  }

  private static String tag(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    byte[] bytes = {
      (byte) (sum.getValue() >> 24),
      (byte) (sum.getValue() >> 16),
      (byte) (sum.getValue() >> 8),
      (byte) sum.getValue(),
      (byte) (content.length >> 16),
      (byte) (content.length >> 8),
      (byte) content.length
    };
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
