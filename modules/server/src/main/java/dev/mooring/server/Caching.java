package dev.mooring.server;

import io.javalin.http.Context;
import java.util.Arrays;

/** Weak entity tags, and the answer to who has that version already (RFC 9110, 13.1.2). */
final class Caching {

  private Caching() {}

  /**
   * Names the version of an answer.
   *
   * @return whether the caller has it: then the answer is 304, and done
   */
  static boolean unchanged(Context ctx, String tag) {
    String etag = "W/\"" + tag + "\"";
    ctx.res().setHeader("ETag", etag);
    ctx.res().setHeader("Cache-Control", "private, no-cache");
    ctx.res().setHeader("Vary", "Accept, Accept-Encoding, Authorization");
    String known = ctx.header("If-None-Match");
    if (known == null || !names(known, etag)) {
      return false;
    }
    ctx.status(304);
    return true;
  }

  private static boolean names(String known, String etag) {
    return known.equals("*")
        || Arrays.stream(known.split(",")).anyMatch(t -> t.strip().equals(etag));
  }
}
