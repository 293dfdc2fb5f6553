package dev.mooring.cli;

import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.registry.TestCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A real broker with TLS: one listener for SCRAM and OAUTHBEARER, one for client certificates, and
 * one in the clear that only the broker itself uses. Its clients are set up as docs/security.md
 * shows.
 */
final class TlsStack implements AutoCloseable {

  /** What must never be seen: a password and the secret of a client. */
  static final String SECRET = "hidden-from-all";

  private static final Path DOCUMENT = Path.of("../../docs/security.md");
  private static final String USER = "mooring";
  private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
  private static final int SCRAM_ITERATIONS = 4096;

  private final Path directory;
  private final TestCertificates certificates;
  private final TokenIssuer issuer;
  private final int saslPort = freePort();
  private final int sslPort = freePort();
  private final DevStack stack;

  TlsStack(Path directory) throws Exception {
    this.directory = directory;
    this.certificates = TestCertificates.in(directory);
    this.issuer = new TokenIssuer(USER, SECRET);
    System.setProperty(ALLOWED_URLS, issuer.keysUrl());
    int port = freePort();
    this.stack =
        DevStack.start(DevStackConfig.in(directory.resolve("stack"), port, 0, broker(port)));
    writeFiles();
    addUser();
  }

  int saslPort() {
    return saslPort;
  }

  /** Where the broker listens without TLS. */
  String inTheClear() {
    return stack.bootstrapServers();
  }

  /**
   * A settings file like the example below a heading of the document.
   *
   * @param changes text in it by what should be there instead
   */
  Path example(String heading, Map<String, String> changes) throws IOException {
    String text = block(heading);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (!text.contains(change.getKey())) {
        throw new IllegalArgumentException(change.getKey() + " is not in " + text);
      }
      text = text.replace(change.getKey(), change.getValue());
    }
    text =
        text.replaceAll("kafka-1:9093,kafka-2:9093", "127.0.0.1:" + saslPort)
            .replaceAll("kafka-1:9094,kafka-2:9094", "127.0.0.1:" + sslPort)
            .replace("https://login.example.com/oauth2/token", issuer.tokenUrl())
            .replaceAll("/etc/mooring/|/run/secrets/", Matcher.quoteReplacement(directory + "/"));
    Path file = Files.createTempFile(directory, "example", ".properties");
    return Files.writeString(file, text + "\nregistry.url=" + stack.registryUrl() + "\n");
  }

  /** The settings in a file. */
  static Settings settings(Path file) {
    return new SettingsReader(Map.of())
        .environment(Map.of("MOORING_HTTP_PORT", "0"))
        .file(file)
        .read();
  }

  @Override
  public void close() {
    stack.close();
    issuer.close();
    System.clearProperty(ALLOWED_URLS);
  }

  private static String block(String heading) throws IOException {
    Matcher found =
        Pattern.compile(
                "### " + Pattern.quote(heading) + "\\R\\R```properties\\R(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT));
    if (!found.find()) {
      throw new IllegalArgumentException(DOCUMENT + " has no example of " + heading);
    }
    return found.group(1);
  }

  private void writeFiles() throws Exception {
    Files.writeString(directory.resolve("ca.pem"), certificates.certificatePem("server"));
    Files.writeString(directory.resolve("other-ca.pem"), certificates.certificatePem("issuer"));
    Files.writeString(directory.resolve("mooring.pem"), certificates.certificatePem("client"));
    Files.writeString(directory.resolve("mooring.key"), certificates.keyPem("client"));
    Files.writeString(directory.resolve("kafka-password"), SECRET + "\n");
    Files.writeString(directory.resolve("wrong-password"), "wrong-" + SECRET + "\n");
    Files.writeString(directory.resolve("kafka-client-secret"), SECRET + "\n");
    Files.writeString(directory.resolve("kafka-other-secret"), "wrong-" + SECRET + "\n");
  }

  private void addUser() throws Exception {
    ScramCredentialInfo info =
        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin
          .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, info, SECRET)))
          .all()
          .get();
    }
  }

  private Map<String, String> broker(int port) throws Exception {
    int controllerPort = freePort();
    Map<String, String> broker = new HashMap<>();
    broker.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,SASL://127.0.0.1:%d,MUTUAL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(port, saslPort, sslPort, controllerPort));
    broker.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    broker.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,SASL:SASL_SSL,MUTUAL:SSL,CONTROLLER:PLAINTEXT");
    broker.put("ssl.keystore.location", certificates.keyStore("server").toString());
    broker.put("ssl.keystore.type", "PKCS12");
    broker.put("ssl.keystore.password", TestCertificates.PASSWORD);
    broker.put("ssl.truststore.location", certificates.trustStore("client", "PKCS12").toString());
    broker.put("ssl.truststore.type", "PKCS12");
    broker.put("ssl.truststore.password", TestCertificates.PASSWORD);
    broker.put("listener.name.mutual.ssl.client.auth", "required");
    broker.putAll(sasl());
    return broker;
  }

  private Map<String, String> sasl() {
    Map<String, String> broker = new HashMap<>();
    broker.put("listener.name.sasl.sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER");
    broker.put(
        "listener.name.sasl.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    broker.put(
        "listener.name.sasl.oauthbearer.sasl.jaas.config",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
    broker.put(
        "listener.name.sasl.oauthbearer.sasl.server.callback.handler.class",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler");
    broker.put(
        "listener.name.sasl.oauthbearer.sasl.oauthbearer.jwks.endpoint.url", issuer.keysUrl());
    broker.put(
        "listener.name.sasl.oauthbearer.sasl.oauthbearer.expected.audience", TokenIssuer.AUDIENCE);
    broker.put(
        "listener.name.sasl.oauthbearer.sasl.oauthbearer.expected.issuer", TokenIssuer.ISSUER);
    return broker;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
