package dev.mooring.registry;

import java.util.Map;

/**
 * The registry client of a serde: lent to it, or made when it is configured and then its own to
 * close.
 */
final class RegistryHandle implements AutoCloseable {

  private final boolean lent;
  private SchemaRegistryClient client;

  RegistryHandle() {
    this.lent = false;
  }

  private RegistryHandle(SchemaRegistryClient client) {
    this.lent = true;
    this.client = client;
  }

  static RegistryHandle lent(SchemaRegistryClient client) {
    return new RegistryHandle(client);
  }

  void configure(Map<String, ?> settings) {
    if (client == null) {
      client = new SchemaRegistryClient(RegistryConfig.from(settings));
    }
  }

  SchemaRegistryClient client() {
    if (client == null) {
      throw new IllegalStateException("call configure first, with " + RegistryConfig.URL);
    }
    return client;
  }

  @Override
  public void close() {
    if (!lent && client != null) {
      client.close();
    }
  }
}
