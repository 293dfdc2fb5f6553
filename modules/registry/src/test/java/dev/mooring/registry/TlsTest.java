package dev.mooring.registry;

import static dev.mooring.registry.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server of HTTPS, real certificates. */
class TlsTest {

  /** More than the first words of a client take: else the connection is reset, and not closed. */
  private static final int HELLO = 16_384;

  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  @TempDir private static Path directory;
  private static TestCertificates certificates;

  private final List<Duration> waits = new ArrayList<>();
  private HttpsRegistry server;
  private SchemaRegistryClient client;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = TestCertificates.in(directory);
  }

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private void givenServer(String name, boolean wantsClient) throws Exception {
    server = new HttpsRegistry(certificates.context(name), wantsClient);
  }

  private int ask(Map<String, String> ssl) {
    return ask(server.url(), ssl);
  }

  private int ask(String url, Map<String, String> ssl) {
    Map<String, String> settings =
        new HashMap<>(
            ssl.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        each -> "schema.registry.ssl." + each.getKey(), Map.Entry::getValue)));
    settings.put(RegistryConfig.URL, url);
    client =
        new SchemaRegistryClient(
            RegistryConfig.from(settings), new Random(7), waits::add, InstantSource.system());
    return client.register("t-value", SCHEMA);
  }

  private static Map<String, String> trusting(String name) throws Exception {
    return trusting(name, "PKCS12");
  }

  private static Map<String, String> trusting(String name, String type)
      throws IOException, GeneralSecurityException {
    return Map.of(
        "truststore.location", certificates.trustStore(name, type).toString(),
        "truststore.type", type,
        "truststore.password", PASSWORD);
  }

  private static Map<String, String> withCertificate(Map<String, String> some) throws Exception {
    return and(
        some,
        "keystore.location",
        certificates.keyStore("client").toString(),
        "keystore.type",
        "PKCS12",
        "keystore.password",
        PASSWORD);
  }

  private static Map<String, String> and(Map<String, String> some, String... more) {
    Map<String, String> all = new HashMap<>(some);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void shouldTrustWhomAStoreNames(String type) throws Exception {
    // given
    givenServer("server", false);

    // when, then
    assertThat(ask(trusting("server", type))).isEqualTo(7);
  }

  @Test
  void shouldTrustWhomPemInTheSettingsNames() throws Exception {
    // given
    givenServer("server", false);

    // when, then
    assertThat(
            ask(
                Map.of(
                    "truststore.type",
                    "PEM",
                    "truststore.certificates",
                    certificates.certificatePem("server"))))
        .isEqualTo(7);
  }

  @Test
  void shouldTrustWhomAFileOfPemNames() throws Exception {
    // given
    givenServer("server", false);
    Path file = directory.resolve("server.pem");
    Files.writeString(file, certificates.certificatePem("server"));

    // when, then
    assertThat(ask(Map.of("truststore.type", "PEM", "truststore.location", file.toString())))
        .isEqualTo(7);
  }

  @Test
  void shouldNotTrustOthers() throws Exception {
    // given
    givenServer("server", false);

    // when, then: it does not wait, as waiting would not help
    for (Map<String, String> settings : List.of(Map.<String, String>of(), trusting("client"))) {
      assertThatThrownBy(() -> ask(settings))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("tried once: " + server.url() + ": nobody that this side trusts")
          .hasMessageContaining("schema.registry.ssl.truststore.location");
    }
    assertThat(waits).isEmpty();
  }

  @Test
  void shouldNotTakeAServerForAnother() throws Exception {
    // given
    givenServer("elsewhere", false);

    // when, then
    for (Map<String, String> settings :
        List.of(
            trusting("elsewhere"),
            and(trusting("elsewhere"), "endpoint.identification.algorithm", "HTTPS"))) {
      assertThatThrownBy(() -> ask(settings))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("is for another host name")
          .hasMessageContaining("schema.registry.ssl.endpoint.identification.algorithm");
    }
  }

  @Test
  void shouldTakeAnyNameOnlyWhenToldSo() throws Exception {
    // given
    givenServer("elsewhere", false);
    Map<String, String> anyName =
        and(trusting("elsewhere"), "endpoint.identification.algorithm", "");

    // when, then
    assertThat(ask(anyName)).isEqualTo(7);
  }

  @Test
  void shouldTrustNobodyMoreForTakingAnyName() throws Exception {
    // given
    givenServer("elsewhere", false);
    Map<String, String> anyName = and(trusting("server"), "endpoint.identification.algorithm", "");

    // when, then
    assertThatThrownBy(() -> ask(anyName)).hasMessageContaining("nobody that this side trusts");
  }

  @Test
  void shouldTellThatACertificateIsOver() throws Exception {
    // given
    givenServer("expired", false);

    // when, then
    assertThatThrownBy(() -> ask(trusting("issuer")))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("is not valid any more");
  }

  @Test
  void shouldShowACertificateOfItsOwn() throws Exception {
    // given
    givenServer("server", true);
    Map<String, String> store = withCertificate(trusting("server"));
    Map<String, String> pem =
        and(
            trusting("server"),
            "keystore.type",
            "PEM",
            "keystore.key",
            certificates.keyPem("client"),
            "keystore.certificate.chain",
            certificates.certificatePem("client"));

    // when, then
    for (Map<String, String> settings : List.of(store, pem)) {
      assertThat(ask(settings)).isEqualTo(7);
      assertThat(ask(and(settings, "endpoint.identification.algorithm", ""))).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void shouldTellThatACertificateOfItsOwnIsWanted(String version) throws Exception {
    // given
    givenServer("server", true);

    // when, then
    assertThatThrownBy(() -> ask(and(trusting("server"), "enabled.protocols", version)))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageMatching(".*wants? a certificate of this client.*")
        .hasMessageContaining("schema.registry.ssl.keystore.location");
  }

  /** As when it stops, or when what it said is lost with the connection. */
  @Test
  void shouldTellThatAServerEndedTheHandshake() throws Exception {
    try (ServerSocket closing = new ServerSocket(0, 1, HttpsRegistry.local())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!closing.isClosed()) {
                  sayOnce(closing, new byte[0]);
                }
              });
      String url = "https://127.0.0.1:" + closing.getLocalPort();

      assertThatThrownBy(() -> ask(url, trusting("server")))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("ended the handshake")
          .hasMessageContaining("schema.registry.ssl.keystore.location");
    }
  }

  @Test
  void shouldTellThatAServerDoesNotSpeakTls() throws Exception {
    // given
    byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    try (ServerSocket plain = new ServerSocket(0, 1, HttpsRegistry.local())) {
      Thread.ofVirtual().start(() -> sayOnce(plain, answer));
      String url = "https://127.0.0.1:" + plain.getLocalPort();

      // when, then
      assertThatThrownBy(() -> ask(url, trusting("server")))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("does not speak TLS; use http://");
    }
  }

  private static void sayOnce(ServerSocket server, byte[] answer) {
    try (Socket connection = server.accept()) {
      assertThat(connection.getInputStream().read(new byte[HELLO])).isPositive();
      connection.getOutputStream().write(answer);
    } catch (IOException gone) {
      // the test went away: it tells
    }
  }

  @ParameterizedTest
  @CsvSource({
    "truststore.password, wrong, truststore.password: is not the password of",
    "truststore.location, /nowhere/trust.p12, truststore.location: there is no file"
        + " /nowhere/trust.p12",
    "keystore.password, wrong, keystore.password: is not the password of",
    "keystore.location, /nowhere/key.p12, keystore.location: there is no file /nowhere/key.p12",
    "key.password, wrong, ssl.",
    "truststore.pasword, x, truststore.pasword: is no setting of TLS",
    "endpoint.identification.algorithm, none, should be https",
  })
  void shouldNameTheSettingThatIsWrong(String key, String value, String told) throws Exception {
    // given
    givenServer("server", false);
    Map<String, String> settings = and(withCertificate(trusting("server")), key, value);

    // when, then
    assertThatThrownBy(() -> ask(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.ssl.")
        .hasMessageContaining(told)
        .hasMessageNotContaining(PASSWORD);
  }
}
