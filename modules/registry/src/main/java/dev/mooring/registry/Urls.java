package dev.mooring.registry;

import java.net.URI;
import org.apache.kafka.common.config.ConfigException;

/** URLs in settings, which may hold passwords: no message repeats one. */
final class Urls {

  private Urls() {}

  /** A URL of http or https without slashes at its end. */
  static URI parse(String key, String text) {
    URI uri;
    try {
      uri = URI.create(text.strip().replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw wrong(key);
    }
    if (uri.getHost() == null || !("http".equals(uri.getScheme()) || isHttps(uri))) {
      throw wrong(key);
    }
    return uri;
  }

  static boolean isHttps(URI url) {
    return "https".equals(url.getScheme());
  }

  static URI withoutUser(URI url) {
    return url.getRawUserInfo() == null
        ? url
        : URI.create(url.toString().replace(url.getRawUserInfo() + "@", ""));
  }

  private static ConfigException wrong(String key) {
    return new ConfigException(
        key + ": a part of its value is no URL, should be like http://HOST:8081");
  }
}
